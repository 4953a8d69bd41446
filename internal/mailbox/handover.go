package mailbox

// handover gathers mails to batches and commits them in another goroutine. The queue holds nothing: at any time one batch is being committed
// and one is being filled, and who fills waits when both are full.
type handover struct {
	batch  []Fetched
	size   int64
	queue  chan []Fetched
	commit func([]Fetched) error
	ended  chan struct{} // closed by run
	err    error         // why run ended; read it after ended
	cursor uint32        // the last UID that was committed; read it after close
}

// run commits until the queue is closed or a commit fails.
func (h *handover) run() {
	defer close(h.ended)
	for batch := range h.queue {
		if h.err = h.commit(batch); h.err != nil {
			return
		}
		h.cursor = batch[len(batch)-1].UID
	}
}

// add takes a mail, and hands the batch over: when it is full or the mail is the last that will come for now, and else if nothing is being
// committed. So a single mail goes at once, and a thousand go in batches as large as the commits are slow.
func (h *handover) add(mail Fetched, last bool) error {
	h.batch = append(h.batch, mail)
	h.size += int64(len(mail.Raw))
	if last || len(h.batch) >= batchCount || h.size >= batchBytes {
		return h.flush()
	}
	select {
	case h.queue <- h.batch:
		h.batch, h.size = nil, 0
	case <-h.ended:
		return h.err
	default:
	}
	return nil
}

// flush hands the batch over, waiting for the one before it.
func (h *handover) flush() error {
	if len(h.batch) == 0 {
		return nil
	}
	select {
	case h.queue <- h.batch:
		h.batch, h.size = nil, 0
		return nil
	case <-h.ended:
		return h.err
	}
}

// close hands over what is left, and waits until it is committed.
func (h *handover) close() error {
	err := h.flush()
	close(h.queue)
	<-h.ended
	if h.err != nil {
		return h.err
	}
	return err
}

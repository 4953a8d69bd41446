// The script of the console: keys, live updates, small comforts. Every page works without it.
"use strict";
(() => {
	const $ = (selector, from = document) => from.querySelector(selector);
	const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
	document.documentElement.classList.remove("no-script");
	$$("[data-open][hidden]").forEach((b) => { b.hidden = false; });

	// ---- Keys. A check that has just appeared takes no decision for a moment: what was typed ahead was meant for the one before it, and
	// nothing is approved that was not looked at. data-keys says when it does.
	let deaf = Boolean($(".decide"));
	const listening = () => { deaf = false; document.body.dataset.keys = "on"; };
	if (deaf) setTimeout(listening, 600);
	else listening();
	let prefix = "";
	const typing = (e) => e.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

	document.addEventListener("keydown", (e) => {
		if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.form) {
			e.preventDefault();
			e.target.form.requestSubmit();
			return;
		}
		if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
		if (deaf && /^(Enter| |[arqm1-9])$/.test(e.key) && !typing(e)) {
			e.preventDefault();
			return;
		}
		if (e.key === "Escape") return leave(e);
		if (typing(e) || $("dialog[open]")) return;
		if (prefix === "g") {
			prefix = "";
			const to = $(`[data-go="${CSS.escape(e.key)}"]`);
			if (to) { e.preventDefault(); to.click(); }
			return;
		}
		if (e.repeat && /^[arqm1-9]$/.test(e.key)) return e.preventDefault(); // a key that is held decides nothing on the next check
		const act = keys[e.key] || (/^[1-9]$/.test(e.key) ? () => choose(e.key) : null);
		if (act && act() !== false) e.preventDefault();
	});

	const keys = {
		g: () => { prefix = "g"; setTimeout(() => { prefix = ""; }, 1500); },
		"?": () => $("#keys") && $("#keys").showModal(),
		"/": () => { const s = $("#search"); if (s) { s.focus(); s.select(); } },
		j: () => step(1),
		k: () => step(-1),
		a: approve,
		r: () => open("reject"),
		q: () => open("ask"),
		m: () => open("more"),
		d: () => open("mail"),
	};

	function step(n) {
		const link = $(n > 0 ? "[rel=next]" : "[rel=prev]");
		if (link) return link.click();
		const rows = $$("tbody th a[href]", $(".queue") || document);
		if (!rows.length) return false;
		const at = rows.indexOf(document.activeElement);
		rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? (n > 0 ? 0 : rows.length - 1) : at + n))].focus();
	}

	function approve() {
		const form = $("#approve");
		if (!form) return open("answer");
		disarm();
		const reason = $("[name=reason]", form), button = $("button", form);
		if (button.disabled) return;
		(reason || button).focus();
		button.classList.add("armed");
		say(form.dataset.confirm);
	}

	function open(id) {
		const d = document.getElementById(id);
		if (!d) return false;
		disarm();
		d.open = true;
		const first = $("input:not([type=hidden]), textarea, select", d);
		if (first) first.focus();
		d.scrollIntoView({ block: "nearest" });
	}

	function choose(key) {
		const d = $(".decide details[open]");
		const radio = d && $$("input[type=radio]", d)[key - 1];
		if (!radio) return false;
		radio.checked = true;
		radio.focus();
	}

	function leave(e) {
		const d = e.target.closest(".decide details[open]") || $(".decide details[open]");
		if (d) { d.open = false; $("summary", d).focus(); }
		if (document.activeElement) document.activeElement.blur();
		disarm();
	}

	function disarm() {
		$$(".armed").forEach((b) => b.classList.remove("armed"));
		say("");
	}

	// ---- Words for screen readers and for everybody
	function say(text) {
		const place = $("#says");
		if (place) place.textContent = text || "";
	}

	document.addEventListener("click", (e) => {
		const opener = e.target.closest("[data-open]");
		if (opener) document.getElementById(opener.dataset.open).showModal();
		const filler = e.target.closest("[data-fill]");
		if (filler) {
			const field = document.getElementById(filler.dataset.fill);
			field.value = filler.dataset.text || filler.value;
			field.focus();
		}
	});

	// A form is sent once. The button comes back when the page does.
	document.addEventListener("submit", (e) => {
		if (e.target.method === "dialog") return;
		if (e.target.dataset.sent) { e.preventDefault(); return; }
		e.target.dataset.sent = "1";
	});
	window.addEventListener("pageshow", () => $$("form[data-sent]").forEach((f) => { delete f.dataset.sent; }));
	// A page that comes back from the memory of the browser may be of yesterday: nothing is armed on it, and a number that was shown is gone.
	window.addEventListener("pageshow", (e) => {
		if (!e.persisted) return;
		if ($("[data-hide-after]")) location.replace($("[data-hide-after]").dataset.back);
		if (document.activeElement) document.activeElement.blur();
		disarm();
	});

	// What was typed is not lost by a slip. Whoever stays after all may send again the form that would have led away.
	const dirty = () => $$("textarea[data-guard]").some((f) => ("unsaved" in f.dataset || f.value !== f.defaultValue) && !f.form?.dataset.sent);
	window.addEventListener("beforeunload", (e) => {
		if (!dirty()) return;
		e.preventDefault();
		$$("form[data-sent]").forEach((f) => { delete f.dataset.sent; });
	});

	// ---- Live updates: the server tells what changed; nothing that one is about to click moves.
	// A page that nobody looks at listens to nothing: a browser has few connections for one server (HTTP/1.1), and whoever has a ticket
	// in a tab behind others is not looking at it.
	const live = document.body.dataset.live;
	let source = null;
	function listen() {
		if (!live || !window.EventSource || source || document.hidden) return;
		source = new EventSource(live);
		source.addEventListener("tabs", (e) => {
			for (const [tab, n] of Object.entries(JSON.parse(e.data))) {
				$$(`.count[data-tab="${CSS.escape(tab)}"]`).forEach((c) => { c.textContent = n; });
			}
		});
		source.addEventListener("looking", (e) => { const p = $("#looking"); if (p) p.textContent = JSON.parse(e.data); });
		source.addEventListener("changed", (e) => changed(JSON.parse(e.data)));
		source.addEventListener("signed-out", () => { hush(); location.reload(); });
		source.addEventListener("error", () => { if (source && source.readyState === EventSource.CLOSED) again(); });
	}
	// A browser gives up a stream that is refused. Whoever is no longer signed in is told so; a server that is away is asked again.
	async function again() {
		hush();
		const stop = new AbortController();
		try {
			const answer = await fetch(live, { signal: stop.signal });
			if (answer.status === 401) return location.reload();
		} catch {
			// away
		} finally {
			stop.abort();
		}
		setTimeout(listen, 15000);
	}
	function hush() {
		if (source) source.close();
		source = null;
	}
	document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
	window.addEventListener("pagehide", hush);
	window.addEventListener("pageshow", listen);

	function changed(what) {
		const page = $("[data-ref]");
		if (page && page.dataset.ref === what.ref) {
			const bar = $("#changed");
			if (bar && !what.own) {
				$("span", bar).textContent = what.text;
				bar.hidden = false;
				$$("#approve button").forEach((b) => { b.disabled = true; });
			}
			return;
		}
		const list = $(".queue[data-more]");
		if (!list) return;
		const row = list.querySelector(`tr[data-row="${CSS.escape(what.ref)}"]`);
		const gone = what.tab !== list.dataset.tab;
		if (row && gone) {
			row.classList.add("gone");
			const place = $(".said", row);
			if (place) place.textContent = what.text;
		} else if (!row && !gone) {
			more(list);
		}
	}

	// New tickets are put behind the last row: the queue is oldest first.
	let fetching = null;
	function more(list) {
		clearTimeout(fetching);
		fetching = setTimeout(async () => {
			const answer = await fetch(list.dataset.more, { headers: { Accept: "text/html", "X-Live": "1" } });
			if (!answer.ok || answer.redirected) return;
			const doc = new DOMParser().parseFromString(await answer.text(), "text/html");
			const body = $("tbody", list);
			for (const row of $$("tr[data-row]", doc)) {
				if ($(`tr[data-row="${CSS.escape(row.dataset.row)}"]`, body)) continue;
				row.classList.add("fresh");
				body.append(document.adoptNode(row));
				const none = $(".nobody");
				if (none) none.hidden = true;
				list.hidden = false;
			}
		}, 300);
	}

	// ---- The workshop of reply templates
	const editor = $("#editor");
	if (editor) {
		const source = $("#source"), help = $("#field-help");
		const fields = new Map($$("[data-insert]").map((b) => [b.textContent, b.dataset.help]));
		let shown = source.value, asked = 0;

		document.addEventListener("keydown", (e) => {
			if ((e.ctrlKey || e.metaKey) && e.key === "s") {
				e.preventDefault();
				editor.requestSubmit($("[value=save]", editor));
			}
		});
		document.addEventListener("click", (e) => {
			const field = e.target.closest("[data-insert]"), line = e.target.closest("[data-line]");
			if (field) {
				source.focus();
				source.setRangeText(field.dataset.insert, source.selectionStart, source.selectionEnd, "end");
				source.dispatchEvent(new Event("input"));
			}
			if (line) {
				const lines = source.value.split("\n"), at = line.dataset.line - 1;
				const start = lines.slice(0, at).reduce((n, text) => n + text.length + 1, 0);
				source.focus();
				source.setSelectionRange(start, start + (lines[at] || "").length);
			}
		});
		// The field in which the cursor stands is explained.
		document.addEventListener("selectionchange", () => {
			if (document.activeElement !== source) return;
			const at = source.selectionStart, from = source.value.lastIndexOf("{{", at), to = source.value.indexOf("}}", from);
			const name = from >= 0 && to >= at - 2 ? source.value.slice(from + 2, to).trim() : "";
			help.textContent = fields.has(name) ? `${name}: ${fields.get(name)}` : "";
		});
		// What is typed is shown a moment later, checked, as a mail and beside what one compares with; it is not kept by that.
		source.addEventListener("input", () => {
			clearTimeout(asked);
			asked = setTimeout(async () => {
				if (source.value === shown) return;
				shown = source.value;
				const form = new URLSearchParams(new FormData(editor));
				form.set("do", "preview");
				const answer = await fetch(editor.dataset.preview + location.search, { method: "POST", body: form });
				if (!answer.ok || answer.redirected || source.value !== shown) return;
				const doc = new DOMParser().parseFromString(await answer.text(), "text/html");
				for (const id of ["problems", "preview"]) {
					const now = document.getElementById(id), then = doc.getElementById(id);
					if (!now || !then) continue;
					const unfolded = $$("details", now).map((d) => d.open);
					$$("details", then).forEach((d, i) => { d.open = unfolded[i] ?? d.open; });
					now.replaceWith(document.adoptNode(then));
				}
			}, 600);
		});
	}

	// A number that is shown hides itself again.
	const shown = $("[data-hide-after]");
	if (shown) setTimeout(() => { location.replace(shown.dataset.back); }, 1000 * Number(shown.dataset.hideAfter));
})();

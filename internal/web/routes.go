package web

import (
	"net/http"
	"slices"

	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// route is one line of the table: what a request may be, and who may make it.
type route struct {
	Pattern string            // of net/http's ServeMux
	May     ticket.Permission // what the caller must be allowed; empty: whoever is signed in
	Public  bool              // nobody has to be signed in
	serve   func(*request) error
}

// takesFile reports whether the form of a route is a file, which has a bound of its own. All others are small, whoever sends them.
func (r route) takesFile() bool { return r.Pattern == "POST /import" }

// routes is the table of all pages and forms. Buttons are shown by the same permissions; what is not shown is refused all the same.
func routes() []route {
	return slices.Concat(signInRoutes(), accountRoutes(), ticketRoutes(), memberRoutes(), overviewRoutes(), templateRoutes(), staffRoutes())
}

func signInRoutes() []route {
	return []route{
		{"GET /sign-in", "", true, (*request).showSignIn},
		{"POST /sign-in", "", true, (*request).signIn},
		{"GET /sign-in/code", "", true, (*request).showCode},
		{"POST /sign-in/code", "", true, (*request).checkCode},
		{"GET /sign-in/totp", "", true, (*request).showForcedTOTP},
		{"GET /sign-in/totp/qr.png", "", true, (*request).forcedQR},
		{"POST /sign-in/totp/confirm", "", true, (*request).confirmForcedTOTP},
		{"GET /sign-in/forgotten", "", true, (*request).showForgotten},
		{"POST /sign-in/forgotten", "", true, (*request).forgotten},
		{"GET " + staff.LinkPath + "{token}", "", true, (*request).showLink},
		{"POST " + staff.LinkPath + "{token}", "", true, (*request).setPassword},
		{"POST /language", "", true, (*request).setLanguage},
	}
}

func accountRoutes() []route {
	return []route{
		{"POST /sign-out", "", false, (*request).signOut},
		{"GET /account", "", false, (*request).showAccount},
		{"POST /account/password", "", false, (*request).changePassword},
		{"POST /account/totp", "", false, (*request).enrolTOTP},
		{"GET /account/totp", "", false, (*request).showTOTP},
		{"GET /account/totp/qr.png", "", false, (*request).showQR},
		{"POST /account/totp/confirm", "", false, (*request).confirmTOTP},
		{"POST /account/totp/remove", "", false, (*request).removeTOTP},
		{"POST /account/sessions/end", "", false, (*request).endOtherSessions},
		{"POST /account/sessions/{id}/end", "", false, (*request).endSession},
	}
}

func ticketRoutes() []route {
	return []route{
		{"GET /{$}", ticket.MayLook, false, (*request).showQueue},
		{"POST /search", ticket.MayLook, false, (*request).search},
		{"GET /live", ticket.MayLook, false, (*request).tellLive},
		{"GET /tickets/{ref}", ticket.MayLook, false, (*request).showTicket},
		{"POST /tickets/{ref}/approve", ticket.MayDecide, false, (*request).approve},
		{"POST /tickets/{ref}/reject", ticket.MayDecide, false, (*request).reject},
		{"POST /tickets/{ref}/ask", ticket.MayDecide, false, (*request).ask},
		{"POST /tickets/{ref}/answer", ticket.MayDecide, false, (*request).answer},
		{"POST /tickets/{ref}/ask-for-data", ticket.MayDecide, false, (*request).askForData},
		{"POST /tickets/{ref}/password-steps", ticket.MayDecide, false, (*request).sendPasswordSteps},
		{"POST /tickets/{ref}/note", ticket.MayDecide, false, (*request).note},
		{"POST /tickets/{ref}/correct", ticket.MayDecide, false, (*request).correct},
		{"POST /tickets/{ref}/member", ticket.MayDecide, false, (*request).findMember},
		{"POST /tickets/{ref}/choose", ticket.MayDecide, false, (*request).chooseMember},
		{"POST /tickets/{ref}/reclassify", ticket.MayDecide, false, (*request).reclassify},
		{"POST /tickets/{ref}/merge", ticket.MayDecide, false, (*request).merge},
		{"POST /tickets/{ref}/reopen", ticket.MayDecide, false, (*request).reopen},
		{"POST /tickets/{ref}/close", ticket.MayDecide, false, (*request).closeTicket},
		{"POST /tickets/{ref}/resend", ticket.MayDecide, false, (*request).resend},
		{"POST /tickets/{ref}/reveal", ticket.MayDecide, false, (*request).reveal},
		{"POST /tickets/{ref}/mails/{mail}", ticket.MayDecide, false, (*request).downloadMail},
		{"POST /tickets/{ref}/mails/{mail}/files/{n}", ticket.MayDecide, false, (*request).downloadFile},
	}
}

func memberRoutes() []route {
	return []route{
		{"GET /members", ticket.MayLook, false, (*request).showMembers},
		{"POST /members", ticket.MayLook, false, (*request).searchMembers},
		{"GET /members/{id}", ticket.MayLook, false, (*request).showMember},
		{"POST /members/{id}/reveal", ticket.MayDecide, false, (*request).revealMember},
		{"GET /import", ticket.MayManage, false, (*request).showImport},
		{"POST /import", ticket.MayManage, false, (*request).previewImport},
		{"GET /import/{id}", ticket.MayManage, false, (*request).showPreview},
		{"POST /import/{id}", ticket.MayManage, false, (*request).carryOutImport},
	}
}

func overviewRoutes() []route {
	return []route{
		{"GET /overview", ticket.MayLook, false, (*request).showOverview},
		{"GET /overview/{chart}", ticket.MayLook, false, (*request).showChart},
	}
}

func templateRoutes() []route {
	return []route{
		{"GET /templates", ticket.MayManage, false, (*request).showTemplates},
		{"POST /templates", ticket.MayManage, false, (*request).demandSecondAdmin},
		{"GET /templates/{key}", ticket.MayManage, false, (*request).showTemplate},
		{"POST /templates/{key}", ticket.MayManage, false, (*request).saveTemplate},
		{"POST /templates/{key}/publish", ticket.MayManage, false, (*request).publishTemplate},
		{"POST /templates/{key}/propose", ticket.MayManage, false, (*request).proposeTemplate},
		{"POST /templates/{key}/rebase", ticket.MayManage, false, (*request).rebaseTemplate},
		{"POST /templates/{key}/discard", ticket.MayManage, false, (*request).discardTemplate},
		{"POST /templates/{key}/restore", ticket.MayManage, false, (*request).restoreTemplate},
		{"POST /templates/{key}/original", ticket.MayManage, false, (*request).templateToOriginal},
		{"POST /templates/{key}/test", ticket.MayManage, false, (*request).sendTemplate},
		{"GET /templates/{key}/frame/{id}", ticket.MayManage, false, (*request).showFrame},
	}
}

func staffRoutes() []route {
	return []route{
		{"GET /staff", ticket.MayManage, false, (*request).showStaff},
		{"POST /staff", ticket.MayManage, false, (*request).addStaff},
		{"POST /staff/totp", ticket.MayManage, false, (*request).demandTOTP},
		{"POST /staff/four-eyes", ticket.MayManage, false, (*request).demandFourEyes},
		{"POST /staff/{id}/roles", ticket.MayManage, false, (*request).setRoles},
		{"POST /staff/{id}/reset", ticket.MayManage, false, (*request).resetStaff},
		{"POST /staff/{id}/disable", ticket.MayManage, false, (*request).disableStaff},
		{"POST /staff/{id}/enable", ticket.MayManage, false, (*request).enableStaff},
	}
}

func notFound(r *request) error {
	return problem{Status: http.StatusNotFound, Title: ticket.Say("There is no such page"), Text: ticket.Say("The address may be mistyped, or the page is gone.")}
}

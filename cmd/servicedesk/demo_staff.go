package main

import (
	"context"
	"crypto/rand"
	"strings"

	"iec-iab.be/servicedesk/internal/demo"
	"iec-iab.be/servicedesk/internal/staff"
	"iec-iab.be/servicedesk/internal/ticket"
)

// colleague is somebody whom the caller can play in the console.
type colleague struct {
	login, password string
	account         staff.Account
}

// colleagues are two, because much of the console is about what the other one does meanwhile.
func colleagues() []colleague {
	domain := demo.Desk[strings.Index(demo.Desk, "@"):]
	return []colleague{
		{login: "eva", account: staff.Account{Name: "Eva", Address: "eva" + domain, Roles: ticket.Roles{ticket.Agent}}},
		{login: "marc", account: staff.Account{Name: "Marc", Address: "marc" + domain, Roles: ticket.Roles{ticket.Agent, ticket.Admin}}},
	}
}

// hire makes their accounts, with passwords that are new at each start.
func (s *stage) hire(ctx context.Context) error {
	for _, c := range colleagues() {
		c.password = easyPassword()
		for s.staff.CheckPassword(c.account.Name, c.account.Address, c.password) != nil { // by chance it holds the name
			c.password = easyPassword()
		}
		if err := s.staff.AddWithPassword(ctx, "demo", c.account, c.password); err != nil {
			return err
		}
		s.colleagues = append(s.colleagues, c)
	}
	return nil
}

// easyPassword is one to type from a screen: 80 random bits as four groups of four.
func easyPassword() string {
	text := strings.ToLower(rand.Text())
	return strings.Join([]string{text[:4], text[4:8], text[8:12], text[12:16]}, "-")
}

// signIns says how to get in.
func (s *stage) signIns() string {
	words := make([]string, len(s.colleagues))
	for i, c := range s.colleagues {
		words[i] = c.login + " / " + c.password
	}
	return orEmpty("   sign in as ", strings.Join(words, "  or  "))
}

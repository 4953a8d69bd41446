package web

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// policy lets a page take its stylesheet, script and pictures from here and nothing from anywhere else (Content Security Policy, level 3).
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secure puts around every answer what protects it, and refuses what another site sends.
func (c *Console) secure(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "This form was sent from another site. Nothing was done.", http.StatusForbidden)
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cache-Control", "no-store")
		if strings.HasPrefix(c.URL, "https:") {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		origin.Handler(next).ServeHTTP(w, r)
	})
}

// source is the address of who calls. What a proxy says counts only where the proxy is one of ours; of several hops the last that is
// not ours is who called.
func (c *Console) source(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0 && c.trusted(host); i-- {
		hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
		if err != nil {
			break
		}
		host = hop.Unmap().String()
	}
	return host
}

// visit says for the session of a request where it comes from, and which browser it is.
func (c *Console) visit(r *http.Request) (source, agent string) { return c.source(r), r.UserAgent() }

func (c *Console) trusted(host string) bool {
	a, err := netip.ParseAddr(host)
	return err == nil && slices.ContainsFunc(c.TrustedProxies, func(p netip.Prefix) bool { return p.Contains(a.Unmap()) })
}

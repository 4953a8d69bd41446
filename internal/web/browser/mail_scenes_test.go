package browser

// hostileMail tries to be a script wherever a mail can hold one: name, subject, text, HTML and file names. Number and names are those of a
// member of the demo, so that it becomes a check. Whatever runs of it opens a dialog or asks elsewhere.example for something, which a
// window notes as a fault.
const hostileMail = `Return-Path: <rik@webpost.example>
Authentication-Results: mx.institute.example; dmarc=pass header.from=webpost.example
Date: Thu, 01 Jan 2026 09:00:00 +0100
From: "<script>alert('name')</script><img src=//elsewhere.example/name onerror=alert('name')>" <rik@webpost.example>
To: servicedesk@institute.example
Subject: e-mailadres vergeten "><script>alert('subject')</script><img src=x onerror=alert('subject')>
Message-ID: <hostile@webpost.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

Beste, ik ben mijn e-mailadres vergeten.

Naam: Peeters
Voornaam: An
Rijksregisternummer: 71.03.14-882.16

</pre></textarea></title><script>alert('text')</script><svg onload=alert('text')>
javascript:alert('link') [klik](javascript:alert('markdown')) {{.Secret}} <a href="javascript:alert('href')">hier</a>
> <script>alert('quote')</script>
--inner
Content-Type: text/html; charset=utf-8

<html><head><meta http-equiv=refresh content="0;url=http://elsewhere.example/refresh"><base href="http://elsewhere.example/">
<style>@import url(http://elsewhere.example/style.css); body { display: none }</style></head>
<body onload="alert('html')"><p>Beste, ik ben mijn e-mailadres vergeten.</p><p>Naam: Peeters<br>Voornaam: An<br>Rijksregisternummer: 71.03.14-882.16</p>
<script>alert('html')</script><img src="http://elsewhere.example/pixel.png" onerror="alert('html')"><iframe src="javascript:alert('frame')"></iframe>
<form action="http://elsewhere.example/form"><input name=password></form></body></html>
--inner--
--outer
Content-Type: text/html; name="<script>alert('file')</script>.html"
Content-Disposition: attachment; filename="\"><img src=x onerror=alert('file')>.html"

<script>alert('attachment')</script><img src="http://elsewhere.example/attachment">
--outer
Content-Type: image/svg+xml
Content-Disposition: attachment; filename="../../etc/passwd.svg"

<svg xmlns="http://www.w3.org/2000/svg" onload="alert('svg')"><script>alert('svg')</script></svg>
--outer--
`

"""Strange bytes, and what the daemon is to make of them."""


def head(first="POST /v1/intake HTTP/1.1", *lines):
    return "\r\n".join([first, "Host: x", *lines, "", ""]).encode("latin-1")


CHUNKED = head("POST /v1/intake HTTP/1.1", "Transfer-Encoding: chunked")
GET = head("GET /healthz HTTP/1.1")

# What is sent, and the statuses of all answers until the connection ends. One status and a close
# after it: what follows in the same bytes is never read as a second request.
TABLE = [
    # Framing that two readers may read differently.
    ("length and chunked", head("POST / HTTP/1.1", "Content-Length: 4", "Transfer-Encoding: chunked")
     + b"0\r\n\r\n" + GET, [400]),
    ("chunked and length", head("POST / HTTP/1.1", "Transfer-Encoding: chunked", "Content-Length: 4")
     + b"0\r\n\r\n" + GET, [400]),
    ("two lengths", head("POST / HTTP/1.1", "Content-Length: 1", "Content-Length: 2") + b"a" + GET,
     [400]),
    ("two equal lengths", head("POST / HTTP/1.1", "Content-Length: 1", "Content-Length: 1") + b"a",
     [400]),
    ("a list of lengths", head("POST / HTTP/1.1", "Content-Length: 1, 1") + b"a" + GET, [400]),
    ("length with a sign", head("POST / HTTP/1.1", "Content-Length: +1") + b"a" + GET, [400]),
    ("length with a blank", head("POST / HTTP/1.1", "Content-Length: 1 1") + b"a" + GET, [400]),
    ("length too large for 64 bits",
     head("POST / HTTP/1.1", "Content-Length: 99999999999999999999"), [400]),
    ("largest length", head("POST / HTTP/1.1", "Content-Length: 18446744073709551615"), [413]),
    ("two codings", head("POST / HTTP/1.1", "Transfer-Encoding: chunked",
                         "Transfer-Encoding: identity") + b"0\r\n\r\n" + GET, [400]),
    ("identity and length", head("POST / HTTP/1.1", "Transfer-Encoding: identity",
                                 "Content-Length: 1") + b"a" + GET, [400]),
    ("empty coding and length", head("POST / HTTP/1.1", "Transfer-Encoding:", "Content-Length: 1")
     + b"a" + GET, [400]),
    ("gzip", head("POST / HTTP/1.1", "Transfer-Encoding: gzip, chunked") + GET, [501]),
    ("chunked with a vertical tab", head("POST / HTTP/1.1", "Transfer-Encoding: \x0bchunked") + GET,
     [400]),
    ("blank before the colon", head("POST / HTTP/1.1", "Transfer-Encoding : chunked") + GET, [400]),
    ("chunked in HTTP/1.0", head("POST / HTTP/1.0", "Transfer-Encoding: chunked") + GET, [400]),
    ("folded header", head("POST / HTTP/1.1", "X: a", " Content-Length: 5") + GET, [400]),
    ("folded coding", head("POST / HTTP/1.1", "Transfer-Encoding:", " chunked") + GET, [400]),
    # Chunks.
    ("no chunk size", CHUNKED + b"\r\n" + GET, [400]),
    ("negative chunk size", CHUNKED + b"-1\r\n" + GET, [400]),
    ("0x", CHUNKED + b"0x1\r\na\r\n0\r\n\r\n" + GET, [400]),
    ("chunk size of 65 bits", CHUNKED + b"10000000000000000\r\n" + GET, [400]),
    ("largest chunk size", CHUNKED + b"ffffffffffffffff\r\n" + GET, [413]),
    ("chunk longer than told", CHUNKED + b"1\r\nab\r\n0\r\n\r\n" + GET, [400]),
    ("bare LF after a chunk", CHUNKED + b"1\r\na\n0\r\n\r\n" + GET, [400]),
    ("CR in an extension", CHUNKED + b"1;a\rb\r\na\r\n0\r\n\r\n" + GET, [400]),
    ("open quote in an extension", CHUNKED + b'1;a="b\r\na\r\n0\r\n\r\n' + GET, [400]),
    ("endless extension", CHUNKED + b"1;a=" + b"a" * 1_000_000, [400]),
    ("endless size", CHUNKED + b"0" * 1_000_000, [400]),
    ("endless trailers", CHUNKED + b"0\r\n" + b"X: y\r\n" * 200_000, [400]),
    ("a length as a trailer", CHUNKED + b"0\r\nContent-Length: 5\r\n\r\n" + GET, [400]),
    ("too many chunks", CHUNKED + b"1;abcdefghij\r\na\r\n" * 200_000, [413]),
    ("too many bytes in chunks", CHUNKED + b"10000\r\n" + b"a" * 65536 + b"\r\n"
     + b"30001\r\n" + b"a" * 65536, [413]),
    # Heads.
    ("no HTTP", b"hello there\r\n\r\n", [400]),
    ("a TLS greeting", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n", [400]),
    ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400]),
    ("HTTP/0.9", b"GET /\r\n\r\n", [400]),
    ("HTTP/1.9", b"GET / HTTP/1.9\r\nHost: x\r\n\r\n", [400]),
    ("SSH", b"SSH-2.0-OpenSSH_9.2\r\n\r\n", [400]),
    ("bare LF", b"GET /healthz HTTP/1.1\nHost: x\n\n", [400]),
    ("NUL in a value", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n", [400]),
    ("NUL in a name", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX\0: b\r\n\r\n", [400]),
    ("NUL in the target", b"GET /healthz\0 HTTP/1.1\r\nHost: x\r\n\r\n", [400]),
    ("CR in a value", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\rY: b\r\n\r\n", [400]),
    ("no colon", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX\r\n\r\n", [400]),
    ("no Host", b"GET /healthz HTTP/1.1\r\n\r\n", [400]),
    ("two Hosts", b"GET /healthz HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", [400]),
    ("a path as Host", b"GET /healthz HTTP/1.1\r\nHost: x/y\r\n\r\n", [400]),
    ("a user in Host", b"GET /healthz HTTP/1.1\r\nHost: a@x\r\n\r\n", [400]),
    ("endless header", b"GET / HTTP/1.1\r\nX: " + b"a" * 1_000_000, [431]),
    ("endless headers", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200_000, [431]),
    ("endless target", b"GET /" + b"a" * 1_000_000, [431]),
    ("endless method", b"A" * 1_000_000, [431]),
    ("another expectation", head("POST / HTTP/1.1", "Expect: cake", "Content-Length: 1") + b"a", [417]),
    ("CONNECT", head("CONNECT x:443 HTTP/1.1") + GET, [400]),
    ("another scheme", head("GET gopher://x/ HTTP/1.1"), [400]),
    ("a fragment", head("GET /healthz#x HTTP/1.1"), [400]),
    ("a lone percent", head("GET /% HTTP/1.1"), [400]),
    ("a percent without digits", head("GET /%zz HTTP/1.1"), [400]),
    # What is right, or wrong for another reason, and keeps the connection.
    ("two in one go", GET + GET, [200, 200]),
    ("an absolute URL", head("GET http://other.example/healthz HTTP/1.1") + GET, [200, 200]),
    ("HTTP/1.0 closes", head("GET /healthz HTTP/1.0") + GET, [200]),
    ("HTTP/1.0 without Host", b"GET /healthz HTTP/1.0\r\n\r\n" + GET, [200]),
    ("HTTP/1.0 that stays", head("GET /healthz HTTP/1.0", "Connection: keep-alive") + GET, [200, 200]),
    ("HEAD", head("HEAD /healthz HTTP/1.1") + GET, [200, 200]),
    ("TRACE", head("TRACE /healthz HTTP/1.1") + GET, [405, 200]),
    ("OPTIONS", head("OPTIONS /healthz HTTP/1.1") + GET, [204, 200]),
    ("OPTIONS *", head("OPTIONS * HTTP/1.1") + GET, [404, 200]),
    ("an unknown method", head("BREW /healthz HTTP/1.1") + GET, [405, 200]),
    ("a method in small letters", head("get /healthz HTTP/1.1") + GET, [405, 200]),
    ("PUT", head("PUT /v1/intake HTTP/1.1", "Content-Length: 2") + b"{}" + GET, [405, 200]),
    ("a body with GET", head("GET /healthz HTTP/1.1", "Content-Length: 2") + b"ab" + GET, [200, 200]),
    ("Upgrade is not taken", head("GET /healthz HTTP/1.1", "Connection: Upgrade", "Upgrade: h2c")
     + GET, [200, 200]),
    ("dots", head("GET /v1/../healthz HTTP/1.1") + GET, [404, 200]),
    ("dots in percent", head("GET /v1/%2e%2e/healthz HTTP/1.1") + GET, [404, 200]),
    ("a slash in percent", head("GET /v1%2Fregions HTTP/1.1") + GET, [404, 200]),
    ("a known path in percent", head("GET /%68ealthz HTTP/1.1") + GET, [200, 200]),
    ("NUL in percent", head("GET /v1/requests/%00 HTTP/1.1") + GET, [401, 200]),
    ("two slashes", head("GET //healthz HTTP/1.1") + GET, [404, 200]),
    ("chunks without a signature", CHUNKED + b"2;x=y\r\n{}\r\n0\r\nX: y\r\n\r\n" + GET, [415, 200]),
    ("expectation", head("POST /v1/intake HTTP/1.1", "Expect: 100-continue", "Content-Length: 2")
     + b"{}" + GET, [415, 200]),
]

"""A page or a file on the web, fetched only where the user gives its address."""

from __future__ import annotations

from http.client import HTTPException
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kg.sources.input import LARGEST, broken_input, make_input, suffix_of, too_large

if TYPE_CHECKING:
    from kg.sources.input import Input

_SECONDS = 30
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}


def is_url(path: str) -> bool:
    """Whether the path is an address on the web."""
    return path.lower().startswith(("http://", "https://"))


class _SameScheme(HTTPRedirectHandler):
    """Follows redirections to the web only, never to files."""

    def redirect_request(self, *args: Any) -> Request | None:  # noqa: ANN401 - as urllib calls it
        """The request for the new address, None where that is no address on the web."""
        return super().redirect_request(*args) if is_url(args[-1]) else None


def fetch(url: str) -> Input:
    """The input at the address; what goes wrong on the way is its problem."""
    address = quote(url, safe="%/:?#[]@!$&'()*+,;=~")  # what a browser shows, as it is sent
    try:
        request = Request(address, headers={"User-Agent": "policykg", "Accept-Encoding": "identity"})  # noqa: S310 - is_url
        with build_opener(_SameScheme).open(request, timeout=_SECONDS) as answer:
            data = answer.read(LARGEST + 1)
            kind = answer.headers.get_content_type()
            whole = int(answer.headers.get("Content-Length") or len(data))
    except (OSError, HTTPException, ValueError) as error:
        why = error if isinstance(error, HTTPError) else getattr(error, "reason", error)
        reason = " ".join(str(why).split())
        return broken_input(url, f"cannot be fetched ({reason}): check the address and the network")
    if len(data) < min(whole, LARGEST):
        return broken_input(url, f"broke off after {len(data):,} of {whole:,} bytes: build it again")
    if len(data) > LARGEST:
        return broken_input(url, too_large(len(data)))
    return make_input(url, data, suffix=_SUFFIXES.get(kind) or suffix_of(urlsplit(url).path))

"""Requests to an identity provider: bounded in time and in size, and never sent on to another address.

Whatever goes wrong on the way is `Unavailable`; what the answer means is for
the caller to judge.
"""

import json
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter

from register.errors import Unavailable
from register.settings import LOOPBACK

#: Seconds to connect, and to wait for the next bytes.
TIMEOUT = (3.05, 6)
MAX_BYTES = 512 * 1024
#: How every request is sent. Without redirects: an address of the discovery document is the whole truth.
OPTIONS: dict[str, Any] = {"timeout": TIMEOUT, "allow_redirects": False, "stream": True}


def prepare(session: requests.Session, *, address: str, transport: BaseAdapter | None) -> None:
    """Make the session fit for this address; the transport replaces the network, for tests."""
    if urlsplit(address).hostname in LOOPBACK:
        session.trust_env = False  # no proxy reaches this machine's own addresses
    if transport is not None:
        session.mount("http://", transport)
        session.mount("https://", transport)


def bounded(answer: requests.Response) -> requests.Response:
    """Return the answer with its body read, as far as the bound allows."""
    content = BytesIO()
    try:
        for chunk in answer.iter_content(65_536):
            content.write(chunk)
            if content.tell() > MAX_BYTES:
                raise Unavailable(f"the identity provider sends more than {MAX_BYTES} bytes")
    except requests.RequestException as problem:
        raise Unavailable("the identity provider broke off its answer") from problem
    finally:
        answer.close()
    content.seek(0)
    read = requests.Response()
    read.status_code, read.headers, read.url, read.request = answer.status_code, answer.headers, answer.url, answer.request
    read.raw = content
    return read


def fetched(address: str, *, transport: BaseAdapter | None) -> dict[str, Any]:
    """Return the JSON object that is kept at the address."""
    with requests.Session() as session:
        prepare(session, address=address, transport=transport)
        try:
            answer = bounded(session.get(address, headers={"Accept": "application/json"}, **OPTIONS))
        except requests.RequestException as problem:
            raise Unavailable(f"{address} does not answer: {type(problem).__name__}") from problem
    if answer.status_code != requests.codes.ok:
        raise Unavailable(f"{address} answers {answer.status_code}")
    return json_object(answer)


def json_object(answer: requests.Response) -> dict[str, Any]:
    """Return the JSON object of an answer. Raises `Unavailable` when it is something else."""
    try:
        document = json.loads(answer.content)
    except (ValueError, RecursionError) as problem:
        raise Unavailable(f"{answer.url} holds no JSON") from problem
    if not isinstance(document, dict):
        raise Unavailable(f"{answer.url} holds no JSON object")
    return document

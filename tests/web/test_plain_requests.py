"""What no browser sends: NUL in an address or a cookie, floods, forms that are none: calm pages."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]

BOUNDARY = "multipart/form-data; boundary=x"


@pytest.fixture
def reader() -> Client:
    """Sees an error as a reader would."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    "path",
    [
        "/members/%00/",
        "/debates/from/%00/",
        "/record/about/a%00b/",
        "/record/find/?what=%00",
        "/search/?words=%00",
        "/debates/%00/",
        "/notices/?page=%00",
    ],
)
def test_address_with_a_nul_names_nothing(reader, path):
    assert reader.get(path).status_code == 404


def test_cookie_with_a_nul_opens_no_session(reader):
    reader.cookies["sessionid"] = "abcdefgh\x00ijkl"
    assert reader.get("/desk/").status_code == 400


@pytest.mark.parametrize("path", ["/notices/read/", "/accounts/login/", "/join/"])
def test_flood_is_refused_before_it_is_read(reader, path):
    """A file of a form would go to the disk before anybody asked for it."""
    body = (
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n' + b"0" * 3_000_000
    )
    answer = reader.post(path, body, content_type=BOUNDARY)
    assert answer.status_code == 413
    assert b"Nothing was done." in answer.content


@pytest.mark.parametrize(("size", "status"), [(3_000_000, 403), (12_000_000, 413)])
def test_file_of_questions_reaches_its_page_unless_it_is_a_flood(reader, size, status):
    """Without the form's token nobody is let in; but it was not the length that kept it out."""
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n' + b"0" * size
    answer = reader.post("/debates/a/quiz/items/import/", body, content_type=BOUNDARY)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"a=1&" * 10_000, "application/x-www-form-urlencoded"),
        (b"words=" + b"a" * 2_050_000, "application/x-www-form-urlencoded"),
        (b"--x", BOUNDARY),
        (b"--x\r\nContent-Disposition: form-data; name=\r\n\r\n\r\n--x--", BOUNDARY),
        (b'--x\r\nContent-Disposition: form-data; name="a"; filename="../../x\0"\r\n\r\n\r\n--x--', BOUNDARY),
        (b"", "multipart/form-data"),
        (b"", "multipart/form-data; boundary=" + "y" * 500),
        (b"\xff\xfe=%zz%00", "application/x-www-form-urlencoded; charset=utf-7"),
        (b"{", "application/json"),
    ],
)  # fmt: skip
def test_form_that_is_none_is_a_calm_page(reader, body, kind):
    for path in ("/notices/read/", "/accounts/login/", "/demo/enter/"):
        answer = reader.generic("POST", path, body, content_type=kind)
        assert 400 <= answer.status_code < 500, (path, answer.status_code)


def test_method_that_no_page_knows_is_refused(reader):
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"):
        assert reader.generic(method, "/debates/").status_code in {403, 405}


def test_foreign_host_is_refused(reader):
    for host in ("evil.example", "localhost:80@evil.example", "a\r\nSet-Cookie: x=1", ""):
        assert reader.get("/accounts/login/", headers={"host": host}).status_code == 400

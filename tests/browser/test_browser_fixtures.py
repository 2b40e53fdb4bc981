"""The fixtures themselves: a test that cannot fail proves nothing."""

from urllib.parse import urlsplit

PAGE = "<!doctype html><meta charset='utf-8'><title>صفحة</title><body dir='rtl'>{}"


def test_a_served_folder_is_shown(page, serve_folder, tmp_path):
    (tmp_path / "index.html").write_text(PAGE.format(""), encoding="utf-8")

    page.goto(serve_folder(tmp_path).url)

    assert page.title() == "صفحة"


def test_answers_tell_what_was_asked_for_and_what_is_missing(page, serve_folder, tmp_path):
    body = "<img src='/picture.png'>"
    (tmp_path / "index.html").write_text(PAGE.format(body), encoding="utf-8")
    folder = serve_folder(tmp_path)

    page.goto(f"{folder.url}/index.html")

    assert ("/index.html", 200) in folder.answers
    assert "/picture.png" in folder.missing


def test_a_request_outside_this_machine_is_noticed(page, outside_requests, serve_folder, tmp_path):
    body = "<script src='https://cdn.example/library.js'></script>"
    (tmp_path / "index.html").write_text(PAGE.format(body), encoding="utf-8")

    page.goto(serve_folder(tmp_path).url)
    hosts = [urlsplit(address).hostname for address in outside_requests]
    outside_requests.clear()

    assert hosts == ["cdn.example"]


def test_each_test_meets_the_site_for_the_first_time(context, page, serve_folder, tmp_path):
    (tmp_path / "index.html").write_text(PAGE.format(""), encoding="utf-8")

    page.goto(serve_folder(tmp_path).url)

    assert page.evaluate("localStorage.length") == 0
    assert context.cookies() == []

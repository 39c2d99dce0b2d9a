"""nginx serving a folder of published files: one worker, defaults, and nothing else to do."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parts import server

_SETTINGS = """
daemon off; worker_processes 1; pid {base}/nginx.pid; error_log {base}/nginx-error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; keepalive_requests 100000; default_type text/html;
  client_body_temp_path {base}/nginx-body; proxy_temp_path {base}/nginx-proxy;
  fastcgi_temp_path {base}/nginx-fastcgi; uwsgi_temp_path {base}/nginx-uwsgi;
  scgi_temp_path {base}/nginx-scgi;
  server {{ listen {host}:{port}; root {folder}; index index.html; }}
}}
"""


def program() -> str | None:
    """Where nginx is, or None."""
    return shutil.which("nginx")


@contextmanager
def serving(folder: Path, base: Path) -> Iterator[tuple[int, int]]:
    """Number of its process, and its port. The folder must be open to whoever nginx runs as."""
    found, port = program(), server.free_port()
    assert found is not None
    settings = base / "nginx.conf"
    settings.write_text(
        _SETTINGS.format(base=base, host=server.HOST, port=port, folder=folder), encoding="utf-8"
    )
    command = [found, "-e", str(base / "nginx-error.log"), "-c", str(settings)]
    with server.running(command, port) as pid:
        yield pid, port

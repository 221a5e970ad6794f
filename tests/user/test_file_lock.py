"""The lock of a folder: one at a time, with a fallback for Windows, and a word where there is none."""

from __future__ import annotations

import errno
import fcntl
import os
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from cstoref.user import file_lock, files, notes
from cstoref.user.file_lock import locked
from cstoref.user.user_data import UserData


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting ends soon."""
    monkeypatch.setattr(file_lock, "LIMIT", 0.02)


def test_one_at_a_time(tmp_path: Path, impatient: None) -> None:
    with locked(str(tmp_path)) as unguarded:
        assert unguarded == ""
        with pytest.raises(TimeoutError, match="another cstoref"), locked(str(tmp_path)):
            pass
    with locked(str(tmp_path)) as unguarded:
        assert unguarded == ""


def test_folders_do_not_wait_for_one_another(tmp_path: Path, impatient: None) -> None:
    (tmp_path / "b").mkdir()
    with locked(str(tmp_path)), locked(str(tmp_path / "b")) as unguarded:
        assert unguarded == ""


def test_threads_wait_too(tmp_path: Path) -> None:
    numbers: list[int] = []

    def add() -> None:
        for _ in range(50):
            with locked(str(tmp_path)):
                now = len(numbers)
                numbers.append(now)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert numbers == list(range(200))


def test_the_lock_is_given_up_when_something_goes_wrong(tmp_path: Path, impatient: None) -> None:
    with pytest.raises(KeyError), locked(str(tmp_path)):
        raise KeyError
    with locked(str(tmp_path)):
        pass


def test_a_lock_of_another_user_can_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with locked(str(tmp_path)):
        pass
    opened, flags_of = os.open, []

    def refused(path: str, flags: int, mode: int = 0o777) -> int:
        flags_of.append(flags)
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refused)
    with locked(str(tmp_path)) as unguarded:
        assert unguarded == ""
    assert flags_of[1:] == [os.O_RDONLY]


class Windows(SimpleNamespace):
    """The module that Windows has instead, on top of the lock that there is here."""

    LK_NBLCK = 3

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(errno.EACCES, "Permission denied") from None


def test_without_fcntl_that_of_windows_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    monkeypatch.setitem(sys.modules, "msvcrt", Windows())
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with locked(str(tmp_path)) as unguarded:
        assert unguarded == ""
        with pytest.raises(TimeoutError), locked(str(tmp_path)):
            pass


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, None])
def test_without_any_lock_it_is_saved_and_said_once(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, code: int | None
) -> None:
    if code is None:
        for name in ("fcntl", "msvcrt"):
            monkeypatch.setitem(sys.modules, name, None)
    else:

        def refused(handle: int, operation: int) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(fcntl, "flock", refused)
    data = UserData("csto", "1")
    data.put_note("a", "text")
    data.put_note("b", "text")
    assert data.take_news() == (
        "Another cstoref that saves at the same moment may undo this: this system cannot lock files",
    )
    folder = str(own_home / "data" / "cstoref" / "csto")
    assert files.load(folder, notes.FORM).value == {"a": "text", "b": "text"}

# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One peer of the benchmark: starts its processes, says when it serves, ends all of them.

    start WORKDIR WS_PORT FEED_PORT

WORKDIR/pids holds one pid a line of the processes whose CPU and memory count as the server, and
"cpu_also: PID NAME" for helpers counted apart. Then stdout says "ready ws://…". SIGTERM or SIGINT
ends everything; so does the end of any of the processes. Exit codes: 0 ended as asked, 1 failed,
3 the software is not installed.
"""
import ctypes
import os
import pathlib
import resource
import signal
import socket
import subprocess
import sys
import time

# 10,000 clients, and room for what else a server opens.
FILES_NEEDED = 12_000
START_SECONDS = 30
END_SECONDS = 5
ENDS = {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

libc = ctypes.CDLL(None, use_errno=True)


def fail(sentence, code=1):
    """Ends this process with a sentence for whoever started it."""
    print(f"{pathlib.Path(sys.argv[0]).resolve().parent.name}: {sentence}", file=sys.stderr)
    sys.exit(code)


def require(found, packages):
    """Ends with code 3 unless the software was found."""
    if not found:
        fail(f"not installed; please install the Debian packages {packages}", 3)


class Peer:
    def __init__(self):
        if len(sys.argv) != 4:
            fail("please start it as: start WORKDIR WS_PORT FEED_PORT")
        self.workdir = pathlib.Path(sys.argv[1]).resolve()
        self.ws_port, self.feed_port = int(sys.argv[2]), int(sys.argv[3])
        for port in (self.ws_port, self.feed_port):
            if self._listening(port):
                fail(f"port {port} is in use by another program")
        self.workdir.mkdir(parents=True, exist_ok=True)
        # Waited for, never handled: no signal is lost between two lines.
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
        # A grandchild whose parent died comes to us, so that end() finds it.
        libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._raise_file_limit()

    def run(self, command, port=None, **options):
        """Starts a process; with a port, returns once it listens there."""
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr,
                                 preexec_fn=self._in_child, **options)
        if port is not None:
            self.wait_until(lambda: self._listening(port), child, f"listen on port {port}")
        return child

    def wait_until(self, condition, child, what):
        """Waits for a condition that a child is to bring about, or ends the peer."""
        deadline = time.monotonic() + START_SECONDS
        while not condition():
            if child.poll() is not None or time.monotonic() > deadline:
                self.end()
                fail(f"{pathlib.Path(child.args[0]).name} did not {what}")
            if signal.sigtimedwait(ENDS - {signal.SIGCHLD}, 0.02):
                self.end()
                sys.exit(0)

    def serve(self, path, counted, apart=()):
        """Says that it is ready and stays until it is told to end or one of its processes ends."""
        lines = [str(pid) for pid in counted] + [f"cpu_also: {pid} {name}" for pid, name in apart]
        (self.workdir / "pids").write_text("".join(f"{line}\n" for line in lines))
        print(f"ready ws://127.0.0.1:{self.ws_port}{path}", flush=True)
        received = signal.sigwait(ENDS)
        self.end()
        if received == signal.SIGCHLD:
            fail("one of its processes ended by itself")

    def end(self):
        """Ends every descendant: asks, waits, insists."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            for pid in children_of(os.getpid()):
                os.kill(pid, number)
            if self._reaped_all(time.monotonic() + END_SECONDS):
                return

    @staticmethod
    def _reaped_all(deadline):
        while True:
            try:
                pid, _ = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return True
            if pid == 0:
                if time.monotonic() > deadline:
                    return False
                signal.sigtimedwait({signal.SIGCHLD}, 0.1)

    @staticmethod
    def _in_child():
        # Whatever becomes of us, nothing of ours is left behind.
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)

    @staticmethod
    def _raise_file_limit():
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if hard != resource.RLIM_INFINITY and hard < FILES_NEEDED:
            fail(f"may open {hard} files, but {FILES_NEEDED} are needed; please raise ulimit -Hn")
        resource.setrlimit(resource.RLIMIT_NOFILE, (FILES_NEEDED, hard))

    @staticmethod
    def _listening(port):
        with socket.socket() as probe:
            refused = probe.connect_ex(("127.0.0.1", port))
            # Without a listener the kernel may happen to connect the probe to itself.
            return not refused and probe.getsockname() != probe.getpeername()


def children_of(pid):
    """The pids of a process's children at this moment."""
    return [int(child) for child in
            pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

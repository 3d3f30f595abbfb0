# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client heard, in its order: the judge's evidence. Times are time.time()."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Greeted:
    at: float
    server: str
    epoch: str
    position: str
    live: bool


@dataclass(frozen=True)
class Asked:
    """A second hello. What was under way comes once more, and a snapshot may be a little older."""

    at: float


@dataclass(frozen=True)
class Synced:
    at: float
    epoch: str
    position: str
    snapshot: bool
    live: bool = True  # the server says that it has its log
    board: dict = None  # of a snapshot
    stats: dict = None


@dataclass(frozen=True)
class Heard:
    """An event, or an order gained or lost."""

    at: float
    id: str
    kind: str
    data: dict


@dataclass(frozen=True)
class Told:
    """The server's position, in a pong. `at`: when it was asked."""

    at: float
    position: str
    live: bool
    server: str


@dataclass(frozen=True)
class Source:
    at: float
    state: str
    writes: bool
    cause: str
    loss: dict
    server: str


@dataclass(frozen=True)
class Cut:
    at: float
    code: int


@dataclass
class Trace:
    client: str
    audience: object
    records: list = field(default_factory=list)
    last_board: dict = None
    last_position: str = "0-0"
    last_epoch: str = ""
    is_connected: bool = False  # when all was over

    def add(self, record):
        self.records.append(record)

    def of(self, kind):
        return [record for record in self.records if isinstance(record, kind)]

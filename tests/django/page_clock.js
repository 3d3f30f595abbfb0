// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// In front of a page's own scripts: a clock that stands still until the test moves it. Thirty seconds
// pass at once, and none of them while nobody looks.
window.pageClock = new class {
    constructor() {
        this.now = 0;
        this.last = 0;
        this.timers = new Map();
    }

    set(act, delay = 0, every = null) {
        this.timers.set(++this.last, { act, at: this.now + delay, every });
        return this.last;
    }

    clear(id) {
        this.timers.delete(id);
    }

    waiting() {
        return this.timers.size;
    }

    move(milliseconds) {
        const until = this.now + milliseconds;
        for (let due = this.firstUntil(until); due; due = this.firstUntil(until)) {
            const [id, timer] = due;
            this.now = timer.at;
            if (timer.every === null) {
                this.timers.delete(id);
            } else {
                timer.at += timer.every;
            }
            timer.act();
        }
        this.now = until;
    }

    firstUntil(until) {
        return [...this.timers].filter(([, timer]) => timer.at <= until)
            .sort(([, one], [, other]) => one.at - other.at)[0];
    }
}();

window.setTimeout = (act, delay, ...given) => window.pageClock.set(() => act(...given), delay);
window.setInterval = (act, delay, ...given) => window.pageClock.set(() => act(...given), delay, delay);
window.clearTimeout = window.clearInterval = (id) => window.pageClock.clear(id);

// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/no_display.h"

#include <QString>

#include <cstdio>
#include <cstdlib>

namespace pressboard::client {

namespace {

QtMessageHandler before = nullptr; // Qt's handlers are plain functions

constexpr const char *sentence = "pressboard: there is no display to show the board on. Start it "
                                 "in a desktop session; over SSH, "
                                 "log in with ssh -X, or name the screen: DISPLAY=:0 pressboard\n";

/// What Qt says before the last word is its own, and goes on.
void sayNoDisplay(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtFatalMsg) {
        if (before != nullptr)
            before(type, context, message);
        return;
    }
    std::fputs(sentence, stderr);
    std::fflush(stderr);
    std::_Exit(2); // nothing is there yet that wants to be closed
}

} // namespace

NoDisplay::NoDisplay()
{
    before = qInstallMessageHandler(sayNoDisplay);
}

NoDisplay::~NoDisplay()
{
    qInstallMessageHandler(before);
    before = nullptr;
}

} // namespace pressboard::client

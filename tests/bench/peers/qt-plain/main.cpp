// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench-qt-plain WS_PORT FEED_PORT
#include "tests/bench/peers/qt-plain/broadcaster.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        qFatal("usage: bench-qt-plain WS_PORT FEED_PORT");
    pressboard::bench::Broadcaster broadcaster;
    if (!broadcaster.listen(arguments[1].toUShort(), arguments[2].toUShort()))
        qFatal("A port is in use by another program.");
    return QCoreApplication::exec();
}

// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/platform/event_dispatcher.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTest>

namespace pressboard::test {

template<class Test> int runOnce(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    qInfo("On %s", QAbstractEventDispatcher::instance()->metaObject()->className());
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/// main() of a test that runs on the event loop the server has, and then on Qt's own.
template<class Test> int runOnBothLoops(int argc, char **argv)
{
    server::platform::installEventDispatcher();
    const int failures = runOnce<Test>(argc, argv);
    return failures + runOnce<Test>(argc, argv); // the first application took its loop with it
}

} // namespace pressboard::test

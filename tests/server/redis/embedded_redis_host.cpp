// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A server reduced to its private Redis, for tests to kill: embedded_redis_host DATA_DIR. Prints
// "started PID" when Redis answers, "failed REASON" when it cannot be started.
#include "server/redis/embedded_redis.h"

#include <QCoreApplication>

#include <cstdio>

using pressboard::server::redis::EmbeddedRedis;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    EmbeddedRedis redis(app.arguments().value(1));
    QObject::connect(&redis, &EmbeddedRedis::started, &app, [&] {
        std::printf("started %lld\n", qlonglong(redis.pid()));
        std::fflush(stdout);
    });
    QObject::connect(
        &redis, &EmbeddedRedis::failed, &app,
        [&](const QString &reason) {
            std::printf("failed %s\n", qPrintable(reason));
            app.exit(1);
        },
        Qt::QueuedConnection);
    redis.start();
    return app.exec();
}

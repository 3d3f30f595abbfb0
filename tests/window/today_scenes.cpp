// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"

#include "client/answers/due_work.h"
#include "client/today/today_page.h"
#include "tests/window/due_book.h"
#include "tests/window/sample_shop.h"
#include "tests/window/stage.h"

#include <QTest>

using namespace pressboard::client;

namespace pressboard::test {

namespace {

QWidget *openToday(Stage &stage, int rows)
{
    DesktopFixture &desktop = stage.desktop;
    StoreImage image;
    image.book = dueBook(rows);
    image.shop = sampleShop();
    image.dataAsOf = image.lastChange = sampleNow() - std::chrono::minutes(2);
    desktop.store.restore(image);
    desktop.setState(ConnectionState::Live);
    QWidget *window = stage.openWindow();
    desktop.window.showPage(&desktop.pages.today());
    const bool isReady = QTest::qWaitFor([&desktop] { return desktop.pages.dueWork().isReady(); });
    desktop.settle();
    return isReady ? window : nullptr;
}

} // namespace

QList<Scene> todayScenes()
{
    return {
        {"today", [](Stage &stage) { return openToday(stage, 9); }},
        {"today-none", [](Stage &stage) { return openToday(stage, 0); }},
        {"today-many", [](Stage &stage) { return openToday(stage, 120); }},
    };
}

} // namespace pressboard::test

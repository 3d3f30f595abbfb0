// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"

#include "client/answers/due_work.h"
#include "client/board/board_page.h"
#include "client/today/today_page.h"
#include "tests/window/due_book.h"
#include "tests/window/sample_shop.h"
#include "tests/window/stage.h"

#include <QTest>

using namespace pressboard::client;

namespace pressboard::test {

namespace {

enum class Place { Page, Board };

QWidget *openToday(Stage &stage, int rows, Place place = Place::Page)
{
    DesktopFixture &desktop = stage.desktop;
    StoreImage image;
    image.book = dueBook(rows);
    image.shop = sampleShop();
    image.dataAsOf = image.lastChange = sampleNow() - std::chrono::minutes(2);
    desktop.store.restore(image);
    desktop.setState(ConnectionState::Live);
    QWidget *window = stage.openWindow();
    if (place == Place::Board)
        desktop.pages.board().setFirstWanted(true);
    else
        desktop.window.showPage(&desktop.pages.today());
    desktop.settle();
    // On a low board nobody judges: the panel has no room.
    const bool isReady = QTest::qWaitFor([&desktop] { return desktop.pages.dueWork().isReady(); },
                                         place == Place::Board ? 1000 : 5000)
        || place == Place::Board;
    desktop.settle();
    return isReady ? window : nullptr;
}

} // namespace

QList<Scene> todayScenes()
{
    return {
        {"today", [](Stage &stage) { return openToday(stage, 9); }},
        {"today-none", [](Stage &stage) { return openToday(stage, 0); }},
        {"board-today", [](Stage &stage) { return openToday(stage, 9, Place::Board); }},
        {"today-many", [](Stage &stage) { return openToday(stage, 120); }},
    };
}

} // namespace pressboard::test

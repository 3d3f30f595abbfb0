// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"

#include "client/charts/charts_page.h"
#include "client/charts/charts_sheet.h"
#include "tests/window/sample_shop.h"
#include "tests/window/shop_history.h"
#include "tests/window/stage.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace pressboard::client;

namespace pressboard::test {

namespace {

QWidget *openCharts(Stage &stage, Book book)
{
    StoreImage image;
    image.book = std::move(book);
    image.shop = sampleShop();
    image.dataAsOf = image.lastChange = sampleNow() - std::chrono::minutes(2);
    stage.desktop.store.restore(image);
    stage.desktop.setState(ConnectionState::Live);
    // A sentence may name one order: PO…017.
    stage.mayBeCut.append(QStringLiteral("PO2026"));
    QWidget *window = stage.openWindow();
    stage.desktop.window.showPage(&stage.desktop.pages.charts());
    const bool isReady =
        QTest::qWaitFor([&stage] { return stage.desktop.pages.charts().answers()->isReady(); });
    stage.desktop.settle();
    return isReady ? window : nullptr;
}

QWidget *openAllCharts(Stage &stage)
{
    openCharts(stage, shopHistory());
    return stage.desktop.pages.charts().sheet();
}

} // namespace

QList<Scene> chartScenes()
{
    return {
        {"charts", [](Stage &stage) { return openCharts(stage, shopHistory()); }},
        {"charts-all-seven", openAllCharts},
        {"charts-few", [](Stage &stage) { return openCharts(stage, firstMorning()); }},
        {"charts-empty", [](Stage &stage) { return openCharts(stage, Book()); }},
    };
}

} // namespace pressboard::test

// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/board.h"
#include "client/models/station_marks.h"
#include "client/orders/order_actions.h"
#include "client/orders/order_table.h"
#include "client/orders/orders_page.h"
#include "client/search/pinyin_initials.h"
#include "client/settings/settings.h"
#include "client/theme/theme.h"
#include "tests/bench/client/large_shop.h"
#include "tests/support/manual_clock.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <memory>
#include <random>

using namespace pressboard;
using namespace pressboard::client;

namespace {

constexpr double budgetMs = 16.0;

/// Of this thread. Nothing here waits, so on a quiet machine it is the time that passes; what else
/// the machine does is left out.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Milliseconds that something took, each time.
struct Times
{
    QList<double> all;

    template<typename Act> void measure(Act act)
    {
        const double begin = cpuMs();
        act();
        all.append(cpuMs() - begin);
    }
    double at(double quantile)
    {
        std::sort(all.begin(), all.end());
        return all.at(std::min(all.size() - 1, qsizetype(quantile * double(all.size()))));
    }
};

bool tell(QTextStream &out, const char *what, Times &times, double budget)
{
    const double p99 = times.at(0.99);
    out << QStringLiteral("%1  n %2  p50 %3  p99 %4  most %5 ms  %6\n")
               .arg(QLatin1StringView(what), -44)
               .arg(times.all.size(), 5)
               .arg(times.at(0.5), 7, 'f', 2)
               .arg(p99, 7, 'f', 2)
               .arg(times.at(1.0), 7, 'f', 2)
               .arg(p99 <= budget ? QStringLiteral("ok") : QStringLiteral("TOO SLOW"));
    return p99 <= budget;
}

/// What people look for, letter by letter: numbers, bar codes, names, initials, and nothing.
QStringList searches(const Book &book)
{
    std::mt19937_64 random(2);
    const QList<CrmId> ids = book.orders().keys();
    QStringList texts;
    for (int i = 0; i < 40; ++i) {
        const Order &order = *book.order(ids.at(qsizetype(random() % quint64(ids.size()))));
        texts += {order.orderNo,
                  order.workOrderNo,
                  order.customerName,
                  pinyinInitials(order.customerName),
                  pinyinInitials(order.productName),
                  order.customerName.left(2) + u' ' + order.productName.left(2),
                  u"nothing"_qs};
    }
    return texts;
}

/// Each letter of each text as it is typed, and the deletion of the whole.
template<typename Type> void type(const QStringList &texts, Type type)
{
    for (const QString &text : texts) {
        for (int length = 1; length <= text.size(); ++length)
            type(text.left(length));
        type(QString());
    }
}

/// The page over the shop, as the window shows it, and what it takes to use it.
class Bench
{
public:
    Bench()
        : m_settings(m_folder.filePath(u"settings.ini"_qs))
        , m_store(m_clock)
    {
        m_store.restore(bench::largeShop(20'000, 10, m_clock.now()));
        m_page = std::make_unique<OrdersPage>(m_theme, m_store, m_clock, m_settings, m_actions);
        m_page->resize(1280, 676);
        m_theme.fit({1280, 720});
    }

    Times open()
    {
        Times times;
        times.measure([this] {
            m_page->show();
            QApplication::processEvents();
        });
        return times;
    }
    Times search()
    {
        Times times;
        type(searches(m_store.book()), [&](const QString &text) {
            times.measure([&] { m_page->setSearch(text); });
            QApplication::processEvents();
        });
        return times;
    }
    Times searchAndPaint()
    {
        Times times;
        type(searches(m_store.book()).mid(0, 70), [&](const QString &text) {
            times.measure([&] {
                m_page->setSearch(text);
                m_page->repaint();
            });
        });
        return times;
    }
    Times sort()
    {
        Times times;
        for (int column = 0; column < orderColumnCount; ++column)
            times.measure([&] { m_page->model().sort(column); });
        return times;
    }
    Times rebuild()
    {
        Times times;
        for (int i = 0; i < 20; ++i) {
            m_page->model().setWatched(false);
            m_store.restore(m_store.image());
            times.measure([this] { m_page->model().setWatched(true); });
        }
        return times;
    }
    Times replaceBoard()
    {
        Times times;
        Board board(m_store, m_clock);
        m_page->model().setWatched(false);
        for (int i = 0; i < 20; ++i) {
            StoreImage image = bench::largeShop(20'000, 10, m_clock.now());
            times.measure([&] { m_store.restore(std::move(image)); });
            QApplication::processEvents();
        }
        return times;
    }

private:
    test::ManualClock m_clock;
    QTemporaryDir m_folder;
    Settings m_settings;
    Theme m_theme;
    Store m_store;
    StationMarks m_marks{m_store};
    OrderActions m_actions{m_store, m_marks};
    std::unique_ptr<OrdersPage> m_page;
};

} // namespace

/// How long a letter typed in the search takes until the result is there, and until it is painted,
/// with 20,000 orders of 10 steps.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    Bench bench;
    Times opening = bench.open();
    Times result = bench.search();
    Times painted = bench.searchAndPaint();
    Times sorted = bench.sort();
    Times rebuilt = bench.rebuild();
    Times replaced = bench.replaceBoard();
    out << "20,000 orders of 10 steps\n";
    const bool ok = tell(out, "a letter typed until the result is there", result, budgetMs);
    tell(out, "a letter typed until it is painted", painted, 2 * budgetMs);
    tell(out, "a column sorted", sorted, 100);
    tell(out, "the page opened the first time", opening, 300);
    tell(out, "all rows anew, as for a snapshot", rebuilt, 50);
    tell(out, "the board anew, as for a snapshot", replaced, 50);
    return ok ? 0 : 1;
}

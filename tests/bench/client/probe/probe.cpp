// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/client/probe/probe.h"

#include "tests/bench/client/probe/turns.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSocketNotifier>
#include <QTabBar>
#include <QTimer>
#include <QWindow>

#include <cstdio>
#include <malloc.h>
#include <unistd.h>

namespace pressboard::bench {
namespace {

void tell(const QJsonObject &answer)
{
    const QByteArray line = QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

double ms(std::int64_t ns)
{
    return double(ns) / 1e6;
}

/// The one in sight that is of this class, or of one that inherits it; null when there is none.
QWidget *inSight(const char *className)
{
    const QWidgetList all = QApplication::allWidgets();
    const auto found = std::find_if(all.begin(), all.end(), [className](const QWidget *widget) {
        return widget->inherits(className) && widget->isVisible();
    });
    return found == all.end() ? nullptr : *found;
}

/// At the first blank; what is behind it may have more.
std::pair<QByteArray, QByteArray> parted(const QByteArray &line)
{
    const qsizetype blank = line.indexOf(' ');
    if (blank < 0)
        return {line, {}};
    return {line.left(blank), line.mid(blank + 1)};
}

/// As it comes from the window system.
void press(QWidget &focus, int key, const QString &text = {})
{
    QWindow *window = focus.window()->windowHandle();
    focus.setFocus();
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(window, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(window, &up);
}

} // namespace

Probe::Probe(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
    auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(input, &QSocketNotifier::activated, this, &Probe::readCommands);
}

void Probe::readCommands()
{
    char bytes[4096];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0)
        return QCoreApplication::quit();
    m_input.append(bytes, count);
    for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
        const auto [command, rest] = parted(m_input.left(end));
        m_input.remove(0, end + 1);
        obey(command, rest);
    }
}

void Probe::obey(const QByteArray &command, const QByteArray &rest)
{
    if (command == "turns")
        tellTurns();
    else if (command == "paints")
        tellPaints();
    else if (command == "page")
        showPage(rest.toInt());
    else if (command == "notices")
        showNotices(rest.toInt());
    else if (command == "heap")
        tellHeap();
    else if (command == "resize")
        resize(rest);
    else if (command == "type")
        type(rest);
    else if (command == "quit")
        QCoreApplication::quit();
}

void Probe::tellTurns()
{
    const Turns::Tally tally = Turns::ofMainThread().take();
    tell({{QStringLiteral("turns"),
           QJsonObject{{QStringLiteral("count"), qint64(tally.count)},
                       {QStringLiteral("longest_ms"), ms(tally.longestNs)},
                       {QStringLiteral("longest_cpu_ms"), ms(tally.longestCpuNs)},
                       {QStringLiteral("over_50_ms"), qint64(tally.over50ms)}}}});
}

void Probe::tellPaints()
{
    QJsonArray pairs;
    for (const Paint &paint : std::exchange(m_paints, {})) {
        QJsonArray received;
        for (const std::int64_t each : paint.received)
            received.append(qint64(each));
        pairs.append(QJsonArray{received, qint64(paint.painted)});
    }
    tell({{QStringLiteral("paints"), pairs}});
}

void Probe::tellHeap()
{
    tell({{QStringLiteral("heap"), qint64(mallinfo2().uordblks + mallinfo2().hblkhd)}});
}

void Probe::resize(const QByteArray &size)
{
    const auto [width, height] = parted(size);
    if (QWidget *window = inSight("pressboard::client::MainWindow"))
        window->resize(width.toInt(), height.toInt());
}

void Probe::showPage(int page)
{
    m_awaitsPage = true;
    QWidget *header = inSight("pressboard::client::HeaderBar");
    if (header == nullptr || !QMetaObject::invokeMethod(header, "pageRequested", Q_ARG(int, page)))
        tell({{QStringLiteral("problem"), QStringLiteral("there are no pages")}});
}

void Probe::showNotices(int view)
{
    QWidget *header = inSight("pressboard::client::HeaderBar");
    const bool isOpen = inSight("pressboard::client::NoticesPanel") != nullptr;
    if (header != nullptr && isOpen != (view >= 0))
        QMetaObject::invokeMethod(header, "noticesRequested");
    QWidget *panel = inSight("pressboard::client::NoticesPanel");
    if (panel != nullptr && view >= 0)
        panel->findChild<QTabBar *>()->setCurrentIndex(view);
    tell({{QStringLiteral("notices"), panel != nullptr}});
}

void Probe::type(const QByteArray &gapAndText)
{
    const auto [gap, text] = parted(gapAndText);
    m_gapMs = gap.toInt();
    m_toType = QString::fromUtf8(text);
    m_typed = 0;
    m_typedMs.clear();
    typeNext();
}

/// `/` stands for the deletion of what was typed.
void Probe::typeNext()
{
    auto *field = qobject_cast<QLineEdit *>(inSight("pressboard::client::SearchField"));
    if (field == nullptr || m_typed == m_toType.size()) {
        QJsonArray all;
        for (const double each : std::exchange(m_typedMs, {}))
            all.append(each);
        return tell({{QStringLiteral("typed"), all}});
    }
    const QChar letter = m_toType.at(m_typed++);
    if (letter == u'/')
        field->selectAll();
    m_keyAt = nowNs();
    if (letter == u'/')
        press(*field, Qt::Key_Backspace);
    else
        press(*field, 0, letter);
}

bool Probe::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && watched->isWidgetType())
        notePaint(*static_cast<QWidget *>(watched));
    if (event->type() != QEvent::UpdateRequest || m_passing)
        return false;
    // Once it has come through, the picture is on its way to the screen.
    m_passing = true;
    QCoreApplication::sendEvent(watched, event);
    m_passing = false;
    if (m_hasPainted)
        noteFlush();
    return true;
}

void Probe::notePaint(QWidget &widget)
{
    m_hasPainted = true;
    m_hasPaintedCard =
        m_hasPaintedCard || widget.window()->inherits("pressboard::client::OrderPopup");
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    m_hasPaintedRows = m_hasPaintedRows
        || (view != nullptr && view->viewport() == &widget && view->model() != nullptr
            && view->model()->rowCount() > 0);
}

void Probe::noteFlush()
{
    const std::int64_t now = nowNs();
    m_hasPainted = false;
    if (auto received = Turns::ofMainThread().takeReceived(); !received.empty())
        m_paints.push_back({std::move(received), now});
    if (m_hasPaintedRows && !std::exchange(m_toldRows, true))
        tell({{QStringLiteral("rows_painted"), qint64(now)}});
    if (std::exchange(m_hasPaintedCard, false))
        tell({{QStringLiteral("card_painted"), qint64(now)}});
    if (std::exchange(m_awaitsPage, false))
        tell({{QStringLiteral("page_painted"), qint64(now)}});
    if (m_keyAt != 0) {
        m_typedMs.push_back(ms(now - std::exchange(m_keyAt, 0)));
        QTimer::singleShot(m_gapMs, this, &Probe::typeNext);
    }
}

} // namespace pressboard::bench

namespace {

void attach()
{
    new pressboard::bench::Probe(QCoreApplication::instance());
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(attach)

// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/calls/call_sheet.h"

#include "client/alarms/alarm_words.h"
#include "client/bigscreen/big_style.h"
#include "client/calls/call_block.h"
#include "client/text/text_line.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int titleSize = 46;
constexpr int sentenceSize = 34;
constexpr int side = 29;
constexpr int titleTall = 76;
constexpr int sentenceTall = 52;
constexpr int gap = 12;
constexpr int mostTall = 180;
constexpr int mostKeys = 9; ///< calls that have a digit

using State = CallDesk::State;

} // namespace

CallSheet::CallSheet(const BigStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    setObjectName(QStringLiteral("callSheet"));
    connect(&style, &BigStyle::changed, this, [this] {
        layOut();
        update();
    });
}

void CallSheet::follow(CallDesk &calls)
{
    m_calls = &calls;
    connect(&calls, &CallDesk::changed, this, [this] {
        if (isVisible())
            rebuild();
    });
    connect(&calls, &CallDesk::answered, this, [this] {
        if (!m_popsUp || isVisible())
            return;
        show();
        raise();
        rebuild();
    });
}

void CallSheet::open(const CallContext &from)
{
    m_from = from;
    m_calls->dismiss(); // what is over is not asked about again
    show();
    raise();
    rebuild();
}

void CallSheet::close()
{
    m_calls->dismiss();
    hide();
    Q_EMIT closed();
}

bool CallSheet::press(int key)
{
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    const qsizetype digit = key - Qt::Key_1;
    if (m_calls->state() != State::None || digit < 0 || digit >= m_calls->calls().size())
        return false;
    choose(digit);
    return true;
}

void CallSheet::choose(qsizetype index)
{
    m_calls->begin(m_calls->calls().at(index), m_from);
}

CallBlock *CallSheet::addBlock(const QString &text)
{
    const bool isChoice = m_calls->state() == State::None;
    auto *block =
        new CallBlock(m_style, isChoice ? CallBlock::Ground::Panel : CallBlock::Ground::Ink, this);
    block->setText(text);
    block->show();
    m_blocks.append(block);
    return block;
}

/// The blocks of this state; they may be rebuilt by a click on one of them.
void CallSheet::rebuild()
{
    for (CallBlock *block : std::as_const(m_blocks)) {
        block->hide();
        block->deleteLater();
    }
    m_blocks.clear();
    if (m_calls->state() == State::None) {
        for (qsizetype i = 0; i < m_calls->calls().size(); ++i) {
            const QString &title = m_calls->calls().at(i).title;
            const QString key = i < mostKeys ? QString::number(i + 1) + u' ' : QString();
            connect(addBlock(key + title), &QAbstractButton::clicked, this,
                    [this, i] { choose(i); });
        }
    }
    if (m_calls->state() == State::Waiting)
        connect(addBlock(tr("Call for something else")), &QAbstractButton::clicked, m_calls,
                &CallDesk::reset);
    const QString ends = m_calls->state() == State::Counting ? tr("Cancel") : tr("Close");
    connect(addBlock(ends), &QAbstractButton::clicked, this, &CallSheet::close);
    setAccessibleName(title());
    setAccessibleDescription(sentence());
    layOut();
    update();
}

QString CallSheet::title() const
{
    if (m_calls == nullptr || m_calls->state() == State::None)
        return tr("What do you need?");
    if (m_calls->state() == State::Counting)
        return tr("Calling: %1").arg(m_calls->call().title);
    return tr("Called: %1").arg(m_calls->call().title);
}

QString CallSheet::sentence() const
{
    switch (m_calls == nullptr ? State::None : m_calls->state()) {
    case State::None:
        break;
    case State::Counting:
        return tr("Goes in %n s. Cancel within 5 s", nullptr, int(m_calls->left().count()));
    case State::Sending:
        return tr("Sending…");
    case State::Waiting:
        return tr("Nobody took it yet. It rings until somebody does");
    case State::Taken:
        return AlarmWords::takenBy(*m_calls->taken());
    case State::Failed:
        return m_calls->problem();
    }
    return tr("One touch calls; you have 5 s to take it back");
}

/// Two beside each other, as high as there is room, the last one at the bottom right.
void CallSheet::layOut()
{
    const auto px = [this](int design) { return m_style.px(design); };
    const int top = px(titleTall + sentenceTall);
    const QRect room = rect().adjusted(px(side), top, -px(side), -px(side));
    const int rows = (int(m_blocks.size()) + 1) / 2;
    if (rows == 0)
        return;
    const int tall = std::min(px(mostTall), (room.height() - (rows - 1) * px(gap)) / rows);
    const int wide = (room.width() - px(gap)) / 2;
    for (int i = 0; i < m_blocks.size(); ++i) {
        const bool isLast = i == m_blocks.size() - 1;
        const int column = isLast ? 1 : i % 2;
        const int row = isLast ? rows - 1 : i / 2;
        m_blocks.at(i)->setGeometry(room.left() + column * (wide + px(gap)),
                                    room.top() + row * (tall + px(gap)), wide, tall);
    }
}

void CallSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_style.liveTokens();
    const auto px = [this](int design) { return m_style.px(design); };
    painter.fillRect(rect(), t.surface);
    painter.setPen(QPen(t.control, std::max(1, px(2))));
    painter.drawRect(rect().adjusted(1, 1, -2, -2));
    QRect line(px(side), px(8), width() - 2 * px(side), px(titleTall - 8));
    m_style.fitting(title(), titleSize, sentenceSize, line.width(), t.text, BigStyle::Weight::Bold)
        .paint(painter, line);
    line = QRect(line.left(), px(titleTall), line.width(), px(sentenceTall - gap));
    m_style.fitting(sentence(), sentenceSize, sentenceSize / 2, line.width(), t.text2)
        .paint(painter, line);
}

void CallSheet::resizeEvent(QResizeEvent *)
{
    layOut();
}

void CallSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && isVisible())
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client

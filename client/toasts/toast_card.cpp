// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/toast_card.h"

#include "client/controls/outline_button.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int columnWidth = 40;
constexpr int textGap = 12;
constexpr int lineHeight = 20;
constexpr int topPadding = 10;
constexpr int leastHeight = 60;
constexpr int buttonRow = 36;
constexpr int wholeLines = 8; ///< what is longer, a click leads to
constexpr auto afterHover = 2000ms;

/// X11 does not say whether it composes: rounded corners would stand in black there.
bool hasSquareCorners(const QWidget &card)
{
    return card.isWindow() && QGuiApplication::platformName() == u"xcb";
}

} // namespace

QString actText(ToastAct act)
{
    return act == ToastAct::TakeIt ? ToastCard::tr("I'll take it") : ToastCard::tr("Got it");
}

Icon iconOf(ToastKind kind)
{
    static const QHash<ToastKind, QString> names{
        {ToastKind::OrderCreated, QStringLiteral("order-new")},
        {ToastKind::OrderChanged, QStringLiteral("edit")},
        {ToastKind::OrderCancelled, QStringLiteral("cancel")},
        {ToastKind::OrderDeleted, QStringLiteral("delete")},
        {ToastKind::OrderCompleted, QStringLiteral("check")},
        {ToastKind::DueToday, QStringLiteral("calendar")},
        {ToastKind::Overdue, QStringLiteral("clock")},
        {ToastKind::StepReady, QStringLiteral("your-turn")},
        {ToastKind::StepStarted, QStringLiteral("start")},
        {ToastKind::StepCompleted, QStringLiteral("check")},
        {ToastKind::StepSkipped, QStringLiteral("skip")},
        {ToastKind::StepReopened, QStringLiteral("reopen")},
        {ToastKind::NoticeInfo, QStringLiteral("info")},
        {ToastKind::NoticeSuccess, QStringLiteral("check")},
        {ToastKind::NoticeWarning, QStringLiteral("warning")},
        {ToastKind::NoticeError, QStringLiteral("warning")},
        {ToastKind::NoticeWithdrawn, QStringLiteral("undo")},
        {ToastKind::NoticeTest, QStringLiteral("info")},
        {ToastKind::AlarmTaken, QStringLiteral("check")},
        {ToastKind::ConnectionLost, QStringLiteral("wifi-off")},
        {ToastKind::PlannedStop, QStringLiteral("power")},
        {ToastKind::ConnectionBack, QStringLiteral("wifi")},
        {ToastKind::MorningStart, QStringLiteral("sunrise")},
        {ToastKind::Burst, QStringLiteral("layers")},
        {ToastKind::QuietOver, QStringLiteral("moon")},
        {ToastKind::CrmSilent, QStringLiteral("clock")},
        {ToastKind::UnknownType, QStringLiteral("message")},
    };
    return Icon(names.value(kind, QStringLiteral("info")));
}

ToastCard::ToastCard(const Theme &theme, Toast toast, Place place, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_gotIt(new OutlineButton(theme, this))
{
    if (place == Place::Desktop) {
        setWindowFlags(Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint
                       | Qt::WindowDoesNotAcceptFocus);
        setAttribute(Qt::WA_ShowWithoutActivating);
        // Panels list neither tools nor notifications, but some take a tool for a window.
        setAttribute(Qt::WA_X11NetWmWindowTypeNotification);
        setWindowTitle(QGuiApplication::applicationDisplayName());
        if (!hasSquareCorners(*this))
            setAttribute(Qt::WA_TranslucentBackground);
    }
    m_gotIt->setFocusPolicy(Qt::NoFocus);
    m_clock.setSingleShot(true);
    connect(m_gotIt, &QAbstractButton::clicked, this, &ToastCard::acknowledged);
    connect(&m_clock, &QTimer::timeout, this, &ToastCard::expired);
    connect(&theme, &Theme::colorsChanged, this, [this] { setToast(m_toast); });
    setToast(std::move(toast));
}

void ToastCard::setToast(Toast toast)
{
    m_toast = std::move(toast);
    const Tokens &t = m_theme.liveTokens();
    m_gotIt->setText(actText(m_toast.act));
    m_gotIt->setColors(t.text, t.control, t.surface);
    m_gotIt->setVisible(m_toast.sticky);
    setAccessibleName(m_toast.title);
    setAccessibleDescription(m_toast.text);
    fitHeight();
    update();
}

void ToastCard::startClock()
{
    if (!m_toast.sticky)
        m_clock.start(m_toast.duration);
}

bool ToastCard::hasFilledColumn() const
{
    return m_toast.emphasis == ToastEmphasis::Alarm || m_toast.emphasis == ToastEmphasis::YourTurn;
}

QColor ToastCard::columnFill() const
{
    const Tokens &t = m_theme.liveTokens();
    return m_toast.emphasis == ToastEmphasis::Alarm ? t.red : t.ink;
}

QColor ToastCard::iconColor() const
{
    const Tokens &t = m_theme.liveTokens();
    switch (m_toast.emphasis) {
    case ToastEmphasis::Alarm:
        return t.onRed;
    case ToastEmphasis::YourTurn:
        return t.onInk;
    case ToastEmphasis::Attention:
        return t.orange;
    case ToastEmphasis::Neutral:
        break;
    }
    const bool done =
        m_toast.kind == ToastKind::OrderCompleted || m_toast.kind == ToastKind::NoticeSuccess;
    return done ? t.green : t.text2;
}

int ToastCard::textLeft() const
{
    return m_theme.px(hasFilledColumn() ? columnWidth + textGap : columnWidth);
}

QFont ToastCard::titleFont() const
{
    return m_theme.font(14, Theme::Weight::Bold);
}

QFont ToastCard::textFont() const
{
    return m_theme.font(13);
}

/// Its number is at the title's end: whole, or one does not know what to stop.
QStringList ToastCard::titleLines() const
{
    return wrapped(m_toast.title, titleFont(), m_whole ? wholeLines : 2);
}

QStringList ToastCard::textLines() const
{
    const int usual = m_toast.emphasis == ToastEmphasis::YourTurn ? 3 : 2;
    return wrapped(m_toast.text, textFont(), m_whole ? wholeLines : usual);
}

QStringList ToastCard::wrapped(const QString &text, const QFont &font, int most) const
{
    const int room = m_theme.px(cardWidth) - textLeft() - m_theme.px(textGap);
    QStringList lines;
    // Text of events is plain text, whatever it looks like; its own line breaks are kept.
    for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts)) {
        QTextLayout layout(paragraph, font);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room);
            const bool last = lines.size() == most - 1;
            lines.append(paragraph.mid(line.textStart(), last ? -1 : line.textLength()));
            if (last)
                return lines;
        }
        layout.endLayout();
    }
    return lines;
}

void ToastCard::fitHeight()
{
    const int lines = int(titleLines().size() + textLines().size());
    int height = m_theme.px(2 * topPadding + lines * lineHeight);
    height = std::max(height, m_theme.px(leastHeight));
    if (m_toast.sticky)
        height += m_theme.px(buttonRow);
    setFixedSize(m_theme.px(cardWidth), height);
    const QSize button = m_gotIt->sizeHint();
    m_gotIt->setGeometry(width() - m_theme.px(textGap) - button.width(),
                         height - m_theme.px(8) - button.height(), button.width(), button.height());
}

void ToastCard::paintColumn(QPainter &painter) const
{
    const Tokens &t = m_theme.liveTokens();
    if (hasFilledColumn())
        painter.fillRect(0, 0, m_theme.px(columnWidth), height(), columnFill());
    else if (m_toast.emphasis == ToastEmphasis::Attention)
        painter.fillRect(0, 0, m_theme.px(3), height(), t.orangeLine);
    const int size = m_theme.px(18);
    const int left = (m_theme.px(columnWidth) - size) / 2;
    iconOf(m_toast.kind)
        .paint(painter, QRect(left, m_theme.px(topPadding + 3), size, size), iconColor());
}

void ToastCard::paintText(QPainter &painter) const
{
    const Tokens &t = m_theme.liveTokens();
    QRect line(textLeft(), m_theme.px(topPadding), width() - textLeft() - m_theme.px(textGap),
               m_theme.px(lineHeight));
    for (const QString &title : titleLines()) {
        TextLine{title, titleFont(), t.text}.paint(painter, line);
        line.translate(0, m_theme.px(lineHeight));
    }
    for (const QString &text : textLines()) {
        TextLine{text, textFont(), t.text2}.paint(painter, line);
        line.translate(0, m_theme.px(lineHeight));
    }
}

void ToastCard::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.liveTokens();
    const qreal radius = hasSquareCorners(*this) ? 0 : m_theme.px(Theme::panelRadius);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape, t.surface);
    painter.setClipPath(shape);
    paintColumn(painter);
    painter.setClipping(false);
    paintText(painter);
    painter.setPen(m_marked ? QPen(t.blue, 4) : QPen(t.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
}

void ToastCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void ToastCard::enterEvent(QEnterEvent *)
{
    m_clock.stop();
    m_hovered = true;
    setWhole(true);
    Q_EMIT hoverChanged();
}

void ToastCard::leaveEvent(QEvent *)
{
    if (!m_toast.sticky && !m_marked && isWindow())
        m_clock.start(afterHover);
    m_hovered = false;
    setWhole(m_marked);
    Q_EMIT hoverChanged();
}

void ToastCard::setWhole(bool whole)
{
    if (m_whole == whole)
        return;
    m_whole = whole;
    fitHeight();
    update();
}

void ToastCard::setMarked(bool marked)
{
    if (m_marked == marked)
        return;
    m_marked = marked;
    if (marked)
        m_clock.stop();
    else
        startClock();
    setWhole(marked);
    update();
}

} // namespace pressboard::client

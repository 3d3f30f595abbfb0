// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_list.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/wall/wall_badge.h"
#include "client/wall/wall_style.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int gap = 18; ///< between due, number and name
constexpr int wideGap = 30; ///< before the columns on the right
constexpr int leastProduct = 2; ///< letters
constexpr int stepTitleSize = WallStyle::small;

WallBadge badgeOf(const WallRow &row)
{
    return {row.due, row.tier};
}

} // namespace

/// Where the columns are, in the widget's pixels. The due date and the number get what they need
/// in full; the name in the middle gets what is left.
struct WallList::Columns
{
    int due = 0;
    int number = 0;
    int name = 0;
    int nameWidth = 0;
    int step = 0;
    int stepWidth = 0;
    int person = 0;
    int personWidth = 0;
    int right = 0; ///< where the last column ends
};

WallList::WallList(const WallStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &WallStyle::changed, this, qOverload<>(&QWidget::update));
}

void WallList::setRoom(int rows)
{
    m_room = rows;
    m_pages.fit(int(m_facts.rows.size()), m_room);
    describe();
    update();
}

void WallList::show(const WallListFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_pages.fit(int(m_facts.rows.size()), m_room);
    describe();
    update();
}

void WallList::turn(std::chrono::milliseconds now)
{
    if (!m_pages.turnWhenDue(now))
        return;
    describe();
    update();
}

QList<WallRow> WallList::shownRows() const
{
    QList<WallRow> rows;
    for (const int row : m_pages.shown())
        rows.append(m_facts.rows.at(row));
    return rows;
}

/// The rows that stand there, to be read aloud.
void WallList::describe()
{
    setAccessibleName(m_facts.title + u' ' + m_facts.count);
    QStringList lines;
    for (const WallRow &row : shownRows())
        lines.append(format::dotted({row.due, row.number, row.customer, row.product, row.step,
                                     row.operatorName, row.elapsed}));
    setAccessibleDescription(lines.join(u'\n'));
}

/// The widest of a column's words in all rows, so that turning a page moves no column; in steps of
/// half a Chinese letter, so that a digit more seldom does.
template<typename Width> int WallList::widest(Width width) const
{
    int widest = 0;
    for (const WallRow &row : m_facts.rows)
        widest = std::max(widest, width(row));
    const int step = std::max(1, m_style.px(WallStyle::row / 2));
    return (widest + step - 1) / step * step;
}

WallList::Columns WallList::columns() const
{
    const auto px = [this](int design) { return m_style.px(design); };
    const auto width = [this](const QString &text, WallStyle::Weight weight) {
        return m_style.text(text, WallStyle::row, {}, weight).width();
    };
    const auto regular = WallStyle::Weight::Regular;
    const auto bold = WallStyle::Weight::Bold;
    const WallRow usual = longestUsualWords();
    Columns c;
    c.due = px(WallLayout::padding);
    c.number = c.due + px(gap) + widest([this](const WallRow &row) {
                   return row.mustStop ? 0 : badgeOf(row).width(m_style, WallStyle::row);
               });
    c.name =
        c.number + px(gap) + widest([&](const WallRow &row) { return width(row.number, regular); });
    c.right = this->width() - px(WallLayout::padding);
    c.stepWidth = std::min(width(usual.step, bold),
                           widest([&](const WallRow &row) { return width(row.step, bold); }));
    c.step = c.right - c.stepWidth;
    if (!m_facts.elapsedTitle.isEmpty()) {
        c.personWidth =
            std::min(width(usual.operatorName, regular),
                     widest([&](const WallRow &row) { return width(row.operatorName, regular); }));
        c.person = c.right - px(wideGap) - c.personWidth
            - widest([&](const WallRow &row) { return width(row.elapsed, regular); });
        c.step = c.person - px(wideGap) - c.stepWidth;
    }
    c.nameWidth = c.step - px(wideGap) - c.name;
    return c;
}

QRect WallList::rowRect(int line) const
{
    const int top = m_style.px(WallLayout::titleHeight + line * WallLayout::rowHeight);
    const int bottom = m_style.px(WallLayout::titleHeight + (line + 1) * WallLayout::rowHeight);
    return {0, top, width(), bottom - top};
}

void WallList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_style.tokens();
    const double pen = std::max(1, m_style.px(1));
    painter.setPen(QPen(t.line, pen));
    painter.setBrush(t.surface);
    const double inset = pen / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_style.px(6),
                            m_style.px(6));
    const Columns where = columns();
    paintTitle(painter, where);
    const QList<WallRow> rows = shownRows();
    for (int line = 0; line < rows.size(); ++line)
        paintRow(painter, rowRect(line), rows.at(line), where);
    const QRect box = rect().adjusted(where.due, rowRect(0).top(), -where.due, 0);
    if (rows.isEmpty())
        m_style.text(m_facts.empty, WallStyle::label, t.text2)
            .paint(painter, box, Qt::AlignHCenter);
}

void WallList::paintTitle(QPainter &painter, const Columns &c) const
{
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    QRect room(c.due, 0, width() - 2 * c.due, px(WallLayout::titleHeight));
    const bool hasElapsed = !m_facts.elapsedTitle.isEmpty();
    const TextLine last =
        m_style.text(hasElapsed ? m_facts.elapsedTitle : m_facts.stepTitle, stepTitleSize, t.text3);
    last.paint(painter, room, Qt::AlignRight);
    room.setRight(c.right - last.width() - px(gap));
    if (hasElapsed) {
        m_style.text(m_facts.stepTitle, stepTitleSize, t.text3)
            .paint(painter, QRect(c.step, 0, c.person - c.step, room.height()));
        room.setRight(c.step - px(gap));
    }
    const auto fromLeft = [&](const TextLine &line, int after) {
        room.setLeft(room.left() + line.paint(painter, room) + px(after));
    };
    fromLeft(m_style.text(m_facts.title, WallStyle::label, t.text, WallStyle::Weight::Bold), 12);
    fromLeft(m_style.text(m_facts.count, WallStyle::label, t.text2), 28);
    if (m_pages.pages() > 1)
        //: 1: which page of a list stands there, 2: how many it has
        fromLeft(m_style.text(tr("Page %1/%2").arg(m_pages.page() + 1).arg(m_pages.pages()),
                              WallStyle::small, t.text3),
                 0);
}

void WallList::paintRow(QPainter &painter, const QRect &box, const WallRow &row,
                        const Columns &c) const
{
    const Tokens &t = m_style.tokens();
    m_style.paintRule(painter, 1, box.top(), width() - 2, t.hair);
    const auto cell = [&](int left, int right) {
        return QRect(left, box.top(), right - left, box.height());
    };
    const auto text = [&](const QString &words, const QColor &color,
                          WallStyle::Weight weight = WallStyle::Weight::Regular) {
        return m_style.text(words, WallStyle::row, color, weight);
    };
    const WallBadge badge = badgeOf(row);
    // 已取消·请停 is wider than any due date: its row alone makes room.
    const int badgeEnd = c.due + badge.width(m_style, WallStyle::row) + m_style.px(gap);
    const int shift = row.mustStop ? std::max(0, badgeEnd - c.number) : 0;
    badge.paint(painter, cell(c.due, c.number + shift), m_style, WallStyle::row);
    text(row.number, t.text).paint(painter, cell(c.number + shift, c.name + shift));
    const TextLine step = text(row.step, t.text, WallStyle::Weight::Bold);
    if (m_facts.elapsedTitle.isEmpty()) {
        // The last column is as wide as its word: the name gets the rest.
        const int left = std::max(c.step, c.right - step.width());
        step.paint(painter, cell(c.step, c.right), Qt::AlignRight);
        paintName(painter, cell(c.name + shift, left - m_style.px(wideGap)), row);
        return;
    }
    paintName(painter, cell(c.name + shift, c.name + c.nameWidth), row);
    step.paint(painter, cell(c.step, c.step + c.stepWidth));
    text(row.operatorName, t.text).paint(painter, cell(c.person, c.person + c.personWidth));
    text(row.elapsed, t.text)
        .paint(painter, cell(c.person + c.personWidth, c.right), Qt::AlignRight);
}

/// 新知书局·精装书: the product stands back, and goes first where there is little room.
void WallList::paintName(QPainter &painter, const QRect &box, const WallRow &row) const
{
    const Tokens &t = m_style.tokens();
    const TextLine customer = m_style.text(row.customer, WallStyle::row, t.text);
    QRect room = box;
    room.setLeft(room.left() + customer.paint(painter, room));
    if (!m_facts.showsProduct || row.product.isEmpty())
        return;
    const QString withDot = format::dotted({row.customer, row.product}).mid(row.customer.size());
    const TextLine product = m_style.text(withDot, WallStyle::row, t.text2);
    const qsizetype dot = withDot.size() - row.product.size();
    const TextLine least{withDot.left(dot + leastProduct) + QChar(0x2026), product.font, {}};
    if (room.width() >= std::min(product.width(), least.width()))
        product.paint(painter, room);
}

} // namespace pressboard::client

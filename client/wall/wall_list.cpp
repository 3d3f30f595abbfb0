// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_list.h"

#include "client/bigscreen/big_badge.h"
#include "client/bigscreen/short_words.h"
#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/wall/wall_style.h"

#include <QMap>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int gap = 18; ///< between due, number and name
constexpr int wideGap = 30; ///< before the columns on the right
constexpr int leastProduct = 2; ///< letters
constexpr int mostPages = 2;
constexpr int leastRoom = 3; ///< rows; else there is none for a count
constexpr int stepTitleSize = WallStyle::small;

BigBadge badgeOf(const WallRow &row)
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
    fitPages();
    describe();
    update();
}

void WallList::show(const WallListFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    fitPages();
    describe();
    update();
}

/// What would take more than two pages is counted on the last line: nobody waits 23 minutes until
/// his row comes round.
void WallList::fitPages()
{
    m_pages.fit(int(m_facts.rows.size()), m_room);
    m_counted = 0;
    if (m_pages.pages() <= mostPages || m_room < leastRoom)
        return;
    const int rows = m_room - 1;
    const int pinned = std::min(PageTurner::mostPinned, rows / 2);
    const int paged = pinned + mostPages * (rows - pinned);
    m_counted = int(m_facts.rows.size()) - paged;
    m_pages.fit(paged, rows);
}

/// 另有 154 单, 印刷 60, 覆膜 30
QStringList WallList::countWords() const
{
    QMap<QString, int> bySteps;
    for (const WallRow &row : m_facts.rows.last(m_counted))
        ++bySteps[row.step];
    QList<std::pair<int, QString>> most;
    for (auto step = bySteps.cbegin(); step != bySteps.cend(); ++step) {
        if (!step.key().isEmpty())
            most.append({-step.value(), step.key()});
    }
    std::sort(most.begin(), most.end());
    QStringList words{tr("%n more", nullptr, m_counted)};
    for (const auto &[count, step] : most)
        words.append(step + u' ' + QString::number(-count));
    return words;
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
    if (m_counted > 0)
        lines.append(format::dotted(countWords()));
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
    Columns c;
    c.due = px(WallLayout::padding);
    c.number = c.due + px(gap) + widest([this](const WallRow &row) {
                   return row.mustStop ? 0 : badgeOf(row).width(m_style, WallStyle::row);
               });
    c.name =
        c.number + px(gap) + widest([&](const WallRow &row) { return width(row.number, regular); });
    c.right = this->width() - px(WallLayout::padding);
    c.stepWidth = std::min(width(short_words::usualStep(), bold),
                           widest([&](const WallRow &row) { return width(row.step, bold); }));
    c.step = c.right - c.stepWidth;
    if (!m_facts.elapsedTitle.isEmpty()) {
        c.personWidth =
            std::min(width(short_words::usualPerson(), regular),
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
    m_style.paintPanel(painter, rect());
    const Columns where = columns();
    paintTitle(painter, where);
    const QList<WallRow> rows = shownRows();
    for (int line = 0; line < rows.size(); ++line)
        paintRow(painter, rowRect(line), rows.at(line), where);
    if (m_counted > 0)
        paintCountLine(painter, rowRect(m_room - 1).adjusted(where.due, 0, -where.due, 0));
    const QRect box = rect().adjusted(where.due, rowRect(0).top(), -where.due, 0);
    if (rows.isEmpty())
        m_style.text(m_facts.empty, WallStyle::label, t.text2)
            .paint(painter, box, Qt::AlignHCenter);
}

void WallList::paintCountLine(QPainter &painter, const QRect &box) const
{
    const Tokens &t = m_style.tokens();
    m_style.paintRule(painter, 1, box.top(), width() - 2, t.hair);
    // As many of them as are seen whole.
    QStringList words = countWords();
    const auto line = [&] {
        return m_style.text(format::dotted(words), WallStyle::label, t.text2);
    };
    while (words.size() > 1 && line().width() > box.width())
        words.removeLast();
    line().paint(painter, box);
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
    const BigBadge badge = badgeOf(row);
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

/// 新知书局·精装书: the product stands back, and gives way where there is little room.
void WallList::paintName(QPainter &painter, const QRect &box, const WallRow &row) const
{
    const Tokens &t = m_style.tokens();
    QRect room = box;
    const auto paint = [&](const TextLine &line) {
        room.setLeft(room.left() + line.paint(painter, room));
    };
    paint(m_style.text(row.customer, WallStyle::row, t.text));
    if (!m_facts.showsProduct || row.product.isEmpty())
        return;
    const QString withDot = format::dotted({row.customer, row.product}).mid(row.customer.size());
    const TextLine dot = m_style.text(withDot.chopped(row.product.size()), WallStyle::row, t.text2);
    const TextLine product = m_style.text(row.product, WallStyle::row, t.text2);
    const TextLine least{QChar(0x2026) + row.product.right(leastProduct), product.font, {}};
    if (room.width() < dot.width() + std::min(product.width(), least.width()))
        return;
    paint(dot);
    product.paintTail(painter, room, leastProduct);
}

} // namespace pressboard::client

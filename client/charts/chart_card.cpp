// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/chart_card.h"

#include "client/charts/chart_items.h"
#include "client/charts/corner_button.h"
#include "client/charts/sentence_line.h"
#include "client/controls/clipboard.h"
#include "client/text/plain_tip.h"
#include "client/theme/theme.h"

#include <QPainter>

namespace pressboard::client {
namespace {

constexpr int topPadding = 10;
constexpr int bottomPadding = 12;
constexpr int gap = 8;
constexpr int sentenceGap = 4;
constexpr int copySize = 28;
constexpr double imageScale = 2; ///< of the pixels on the screen

} // namespace

ChartCard::ChartCard(const Theme &theme, ChartItems *chart, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chart(chart)
    , m_sentence(new SentenceLine(theme, this))
    , m_copy(new CornerButton(theme, Icon(QStringLiteral("copy")), this))
    , m_print(new CornerButton(theme, Icon(QStringLiteral("print")), this))
{
    m_chart->setParent(this);
    connect(m_sentence, &ChartItems::chosen, this,
            [this](int door) { Q_EMIT ordersWanted(m_sentence->told().doors.at(door).what); });
    connect(m_copy, &QAbstractButton::clicked, this, &ChartCard::copyImage);
    connect(m_print, &QAbstractButton::clicked, this, &ChartCard::printWanted);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    setTabOrder(m_sentence, m_chart);
    setTabOrder(m_chart, m_print);
    setTabOrder(m_print, m_copy);
}

void ChartCard::setTool(QWidget *tool)
{
    m_tool = tool;
    m_tool->setParent(this);
    setTabOrder(m_sentence->previousInFocusChain(), m_tool); // as it is read: before the answer
    layOut();
}

void ChartCard::setChart(ChartItems *chart)
{
    if (chart == m_chart)
        return;
    chart->setParent(this);
    setTabOrder(m_chart, chart);
    m_chart->hide();
    m_chart = chart;
    m_chart->show();
    layOut();
    update();
}

const QString &ChartCard::sentence() const
{
    return m_sentence->told().text;
}

void ChartCard::setWords(const QString &question, const Told &sentence, const QString &note)
{
    m_question = question;
    m_sentence->tell(sentence);
    m_note = note;
    setPlainTip(*m_copy, tr("Copy as image"));
    m_copy->setAccessibleName(tr("Copy as image: %1").arg(question));
    setPlainTip(*m_print, tr("Print…"));
    m_print->setAccessibleName(tr("Print: %1").arg(question));
    m_chart->setAnswer(question, sentence.text);
    layOut();
    update();
}

WrappedText ChartCard::questionText() const
{
    return {m_question, m_theme.font(12), m_theme.tokens().text2};
}

WrappedText ChartCard::noteText() const
{
    return {m_note, m_theme.font(12), m_theme.tokens().text2};
}

WrappedText ChartCard::stampText() const
{
    return {m_stamp, m_theme.font(12), m_theme.tokens().text2};
}

QSize ChartCard::toolSize(int width) const
{
    const QSize whole = m_tool->sizeHint();
    if (whole.width() <= width || !m_tool->hasHeightForWidth())
        return whole;
    return {width, m_tool->heightForWidth(width)};
}

int ChartCard::cornerWidth() const
{
    return 2 * m_theme.px(copySize);
}

bool ChartCard::isToolBesideQuestion(int width) const
{
    if (m_tool == nullptr)
        return false;
    const int buttons = m_tool->sizeHint().width() + cornerWidth() + m_theme.px(2 * gap);
    return questionText().widthOfOneLine() + buttons <= width;
}

ChartCard::Places ChartCard::placesIn(QSize size, Buttons shown) const
{
    const int padding = m_theme.px(Theme::panelPadding);
    const int left = padding;
    const int width = size.width() - 2 * padding;
    const bool hasTool = m_tool != nullptr && shown == Buttons::Shown;
    const bool isBeside = hasTool && isToolBesideQuestion(width);
    const QSize tool = hasTool ? toolSize(width) : QSize(0, 0);
    const int corner = shown == Buttons::Shown ? cornerWidth() + m_theme.px(gap) : 0;
    const int buttons = corner + (isBeside ? tool.width() + m_theme.px(gap) : 0);
    Places places;
    int top = m_theme.px(topPadding);
    const auto placeBelow = [&](int wide, int tall, int gapBelow) {
        const QRect place(left, top, wide, tall);
        top += tall + gapBelow;
        return place;
    };
    const int asking =
        std::max(questionText().heightFor(width - buttons), m_theme.px(copySize - 6));
    places.question = placeBelow(width - buttons, asking, m_theme.px(sentenceGap));
    places.sentence = placeBelow(width, m_sentence->text().heightFor(width), m_theme.px(gap));
    if (isBeside)
        places.tool = QRect(QPoint(left + width - buttons + m_theme.px(gap), m_theme.px(6)), tool);
    else if (hasTool)
        places.tool = placeBelow(std::min(width, tool.width()), tool.height(), m_theme.px(gap));
    const int note = noteText().heightFor(width);
    const int bottom = size.height() - m_theme.px(bottomPadding);
    places.note = QRect(left, bottom - note, width, note);
    const int chartBottom = note == 0 ? bottom : bottom - note - m_theme.px(gap);
    places.chart = QRect(left, top, width, std::max(0, chartBottom - top));
    return places;
}

int ChartCard::heightFor(int width, int chartHeight, Buttons buttons) const
{
    // Of a card without height the chart's place begins where the words end.
    const Places places = placesIn(QSize(width, 0), buttons);
    const int note = places.note.height() == 0 ? 0 : places.note.height() + m_theme.px(gap);
    return places.chart.top() + chartHeight + note + m_theme.px(bottomPadding);
}

int ChartCard::heightNeeded(int width) const
{
    const int chart = m_chart->heightNeeded(placesIn(QSize(width, 0)).chart.width());
    return heightFor(width, chart, Buttons::Shown);
}

void ChartCard::layOut()
{
    const Places places = placesIn(size());
    const int copy = m_theme.px(copySize);
    m_copy->setGeometry(width() - m_theme.px(gap) - copy, m_theme.px(7), copy, copy);
    m_print->setGeometry(m_copy->geometry().translated(-copy, 0));
    m_sentence->setGeometry(places.sentence);
    m_chart->setGeometry(places.chart);
    if (m_tool != nullptr)
        m_tool->setGeometry(places.tool);
}

void ChartCard::resizeEvent(QResizeEvent *)
{
    layOut();
}

void ChartCard::paintGround(QPainter &painter, QSize size) const
{
    const Tokens &t = m_theme.tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5),
                            Theme::panelRadius, Theme::panelRadius);
}

void ChartCard::paintWords(QPainter &painter, const Places &places) const
{
    questionText().paint(painter, places.question);
    noteText().paint(painter, places.note);
}

void ChartCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGround(painter, size());
    paintWords(painter, placesIn(size()));
}

QSize ChartCard::pictureSize() const
{
    const int inner = width() - 2 * m_theme.px(Theme::panelPadding);
    const int stamp = stampText().heightFor(inner) + m_theme.px(gap);
    return {width(), heightFor(width(), m_chart->height(), Buttons::LeftOut) + stamp};
}

void ChartCard::paintPicture(QPainter &painter) const
{
    const QSize whole = pictureSize();
    const int inner = width() - 2 * m_theme.px(Theme::panelPadding);
    const int stamp = stampText().heightFor(inner);
    const Places places = placesIn(whole - QSize(0, stamp + m_theme.px(gap)), Buttons::LeftOut);
    paintGround(painter, whole);
    paintWords(painter, places);
    m_sentence->text().paint(painter, places.sentence);
    stampText().paint(painter,
                      QRect(places.note.left(), whole.height() - m_theme.px(bottomPadding) - stamp,
                            inner, stamp));
    painter.translate(places.chart.topLeft());
    m_chart->paintPlain(painter);
    painter.translate(-places.chart.topLeft());
}

void ChartCard::sayOfPrint(const QString &sentence)
{
    m_print->say(sentence);
}

void ChartCard::copyImage()
{
    const QSize size = pictureSize();
    QImage image(size * imageScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(imageScale);
    image.fill(m_theme.tokens().bg);
    QPainter painter(&image);
    paintPicture(painter);
    painter.end();
    m_copy->say(clipboard::putImage(image) ? tr("Copied") : clipboard::failureText());
}

} // namespace pressboard::client

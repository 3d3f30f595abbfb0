// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/told.h"
#include "client/text/wrapped_text.h"

#include <QWidget>

namespace pressboard::client {

class ChartItems;
class CornerButton;
class SentenceLine;
class Theme;

/// A question, the sentence that answers it, the chart that shows why, and a note on how it was
/// counted. Its words are never cut off: they take as many lines as they need.
class ChartCard final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the chart as its child.
    ChartCard(const Theme &theme, ChartItems *chart, QWidget *parent = nullptr);

    /// What chooses what the chart shows; stands beside the question. Taken as a child.
    void setTool(QWidget *tool);
    /// Shows another chart in its place; both stay the card's.
    void setChart(ChartItems *chart);
    void setWords(const QString &question, const Told &sentence, const QString &note = {});
    const QString &sentence() const;
    SentenceLine &sentenceLine() const { return *m_sentence; }
    ChartItems &chart() const { return *m_chart; }

    /// Whose it is and of when: written under a picture, which leaves the board.
    void setStamp(const QString &stamp) { m_stamp = stamp; }

    int heightNeeded(int width) const;
    /// The card without its buttons and with its stamp, as it is sent to somebody or printed.
    QSize pictureSize() const;
    void paintPicture(QPainter &painter) const;
    void copyImage();
    /// Of a click on 打印: what became of it.
    void sayOfPrint(const QString &sentence);

Q_SIGNALS:
    void printWanted();
    /// Of a number in the sentence.
    void ordersWanted(pressboard::client::Counts what);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Everything's place in a card of this size; a chart takes what the words leave.
    struct Places
    {
        QRect question;
        QRect tool;
        QRect sentence;
        QRect chart;
        QRect note;
    };
    enum class Buttons { Shown, LeftOut };
    Places placesIn(QSize size, Buttons buttons = Buttons::Shown) const;
    int cornerWidth() const;
    int heightFor(int width, int chartHeight, Buttons buttons) const;
    bool isToolBesideQuestion(int width) const;
    QSize toolSize(int width) const;
    void layOut();
    void paintGround(QPainter &painter, QSize size) const;
    void paintWords(QPainter &painter, const Places &places) const;
    WrappedText questionText() const;
    WrappedText noteText() const;
    WrappedText stampText() const;

    const Theme &m_theme;
    ChartItems *m_chart;
    SentenceLine *m_sentence;
    CornerButton *m_copy;
    CornerButton *m_print;
    QWidget *m_tool = nullptr;
    QString m_question;
    QString m_note;
    QString m_stamp;
};

} // namespace pressboard::client

// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/stations_page.h"

#include "client/controls/segmented_control.h"
#include "client/controls/title_button.h"
#include "client/stations/rename_dialog.h"
#include "client/stations/station_desk.h"
#include "client/stations/station_line_delegate.h"
#include "client/stations/station_lines.h"
#include "client/stations/station_words.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <utility>

namespace pressboard::client {

namespace {

constexpr int toolsTall = 52;
constexpr int sentenceTall = 44;
constexpr int namesTall = 32;
constexpr int sentencePx = 16;
constexpr int buttonGap = 8;

} // namespace

StationsPage::StationsPage(const Theme &theme, const Store &store, StationDesk &desk,
                           QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_store(store)
    , m_desk(desk)
    , m_shown(new SegmentedControl(theme, this))
    , m_rename(new TitleButton(theme, this))
    , m_forget(new TitleButton(theme, this))
    , m_lines(new StationLines(theme, store, desk.table(), this))
{
    setObjectName(QStringLiteral("stations"));
    m_shown->setLive(false);
    connect(m_shown, &SegmentedControl::currentChanged, this,
            [this](int shown) { m_desk.table().show(StationTable::Shown(shown)); });
    connect(&desk.table(), &StationTable::counted, this, &StationsPage::sayCounts);
    connect(m_lines, &StationLines::chosen, this, &StationsPage::layOut);
    connect(m_lines, &StationLines::renameWanted, this, &StationsPage::rename);
    connect(m_lines, &StationLines::typed, this, &Page::typed);
    connect(m_rename, &QAbstractButton::clicked, this, &StationsPage::rename);
    connect(m_forget, &QAbstractButton::clicked, this, &StationsPage::forget);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &StationsPage::layOut);
    retranslate();
}

QString StationsPage::title() const
{
    return tr("Stations");
}

bool StationsPage::isOffered() const
{
    return m_desk.isOffered();
}

void StationsPage::refresh(const LinkFacts &)
{
    m_lines->viewport()->update(); // 黑屏 42分 goes on
    sayCounts();
}

void StationsPage::sayCounts()
{
    const StationTable &table = m_desk.table();
    using Shown = StationTable::Shown;
    const auto words = [&table](const QString &name, Shown shown) {
        return SegmentedControl::Segment{name + u' ' + QString::number(table.count(shown))};
    };
    m_shown->setSegments({words(tr("All"), Shown::All), words(tr("Online"), Shown::Online),
                          words(tr("Offline"), Shown::Offline), words(tr("Dark"), Shown::Dark),
                          words(tr("Old version"), Shown::Old)});
    m_sentence = m_problem.isEmpty() ? StationWords::summary(table) : m_problem;
    layOut();
    update();
}

void StationsPage::retranslate()
{
    m_shown->setAccessibleName(tr("Which stations"));
    m_lines->setAccessibleName(tr("Stations"));
    m_rename->setText(tr("Rename…"));
    m_forget->setText(tr("Forget"));
    sayCounts();
}

QRect StationsPage::panel() const
{
    const int margin = m_theme.px(Theme::windowMargin);
    return rect().adjusted(margin, m_theme.px(toolsTall), -margin, -margin);
}

/// What is on would be back at once: only the others can be forgotten.
void StationsPage::layOut()
{
    const int margin = m_theme.px(Theme::windowMargin);
    const QSize shown = m_shown->sizeHint();
    m_shown->setGeometry(margin, (m_theme.px(toolsTall) - shown.height()) / 2, shown.width(),
                         shown.height());
    const bool isChosen = !m_lines->currentId().isEmpty();
    const bool isOn = isChosen && m_desk.table().entry(m_lines->currentIndex().row()).row.online;
    m_rename->setVisible(isChosen);
    m_forget->setVisible(isChosen && !isOn);
    int right = width() - margin;
    for (TitleButton *button : {m_rename, m_forget}) {
        if (button->isHidden())
            continue;
        const QSize size = button->sizeHint();
        right -= size.width();
        button->setGeometry(right, (m_theme.px(toolsTall) - size.height()) / 2, size.width(),
                            size.height());
        right -= m_theme.px(buttonGap);
    }
    m_lines->setGeometry(panel().adjusted(1, m_theme.px(sentenceTall + namesTall), -1, -1));
}

void StationsPage::rename()
{
    const QString id = m_lines->currentId();
    if (id.isEmpty())
        return;
    const QString name = m_desk.table().entry(m_lines->currentIndex().row()).row.name;
    auto *dialog = new RenameDialog(m_theme, name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id, dialog] {
        m_desk.rename(id, dialog->name(), [this](const QString &sentence, bool) {
            m_problem = sentence;
            sayCounts();
        });
    });
    dialog->open();
}

void StationsPage::forget()
{
    m_desk.forget(m_lines->currentId(), [this](const QString &sentence, bool) {
        m_problem = sentence;
        sayCounts();
    });
}

void StationsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_desk.setWatched(true);
}

void StationsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_desk.setWatched(false);
}

void StationsPage::resizeEvent(QResizeEvent *)
{
    layOut();
}

void StationsPage::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.bg);
    const QRect box = panel();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line);
    painter.setBrush(t.surface);
    const int radius = m_theme.px(Theme::panelRadius);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int padding = m_theme.px(Theme::panelPadding);
    QRect line(box.left() + padding, box.top(), box.width() - 2 * padding,
               m_theme.px(sentenceTall));
    TextLine{m_sentence, m_theme.font(sentencePx, Theme::Weight::Bold), t.text}.paint(painter,
                                                                                      line);
    line = QRect(box.left() + 1, line.bottom() + 1, box.width() - 2, m_theme.px(namesTall));
    fillHairline(painter, QRect(line.left(), line.top(), line.width(), 1), t.hair);
    m_lines->delegate().paintNames(painter, line);
    fillHairline(painter, QRect(line.left(), line.bottom(), line.width(), 1), t.line);
}

void StationsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

} // namespace pressboard::client

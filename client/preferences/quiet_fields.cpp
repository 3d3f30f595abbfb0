// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/quiet_fields.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/preferences/quiet_span_row.h"
#include "client/settings/settings.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

using namespace std::chrono_literals;

namespace pressboard::client {

namespace {

constexpr qsizetype mostRows = 4; ///< who needs more writes them into the file
constexpr SoundLevel choosable[] = {SoundLevel::YourTurn, SoundLevel::Attention, SoundLevel::News};
const WeekHours::Span usualNight{{true, true, true, true, true, true, true}, 22h, 6h};

bool hasDays(const WeekHours::Span &span)
{
    return std::find(span.days.begin(), span.days.end(), true) != span.days.end();
}

} // namespace

QuietFields::QuietFields(const Theme &theme, Settings &settings, const QString &workHours,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_outside(outside(workHours))
    , m_spans(new QWidget)
    , m_column(new QVBoxLayout(m_spans))
    , m_add(new QPushButton)
    , m_addOutside(new QPushButton)
{
    auto *form = new FormColumn(theme);
    setLayout(form);
    m_label = form->addTitle();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(6));
    form->addWidget(m_spans);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_addOutside);
    buttons->addStretch(1);
    form->addLayout(buttons);
    form->addGap(4);
    m_comesLabel = form->addHint();
    m_levelFields = makeLevels();
    form->addWidget(m_levelFields);
    for (QPushButton *button : {m_add, m_addOutside})
        button->setAutoDefault(false);
    m_add->setObjectName(QStringLiteral("addQuietHours"));
    m_addOutside->setObjectName(QStringLiteral("quietOutsideWork"));
    connect(m_add, &QPushButton::clicked, this, [this] { add(usualNight); });
    connect(m_addOutside, &QPushButton::clicked, this, [this] { add(*m_outside); });
    connect(&settings, &Settings::muteChanged, this, &QuietFields::fill);
    retranslate();
    fill();
}

QList<std::pair<QLatin1StringView, QWidget *>> QuietFields::fields() const
{
    return {{key::quietHours, m_spans}, {key::quietShows, m_levelFields}};
}

std::optional<WeekHours::Span> QuietFields::outside(const QString &workHours)
{
    const auto hours = WeekHours::parse(
        QStringLiteral("1-7 ") + QString(workHours).replace(u',', QStringLiteral(",1-7 ")));
    if (!hours || hours->isNever())
        return std::nullopt;
    const QList<WeekHours::Span> spans = hours->spans();
    WeekHours::Span quiet = usualNight;
    quiet.begin = spans.constLast().end % 24h;
    quiet.end = spans.constFirst().begin;
    return quiet.begin == quiet.end ? std::nullopt : std::optional(quiet);
}

QWidget *QuietFields::makeLevels()
{
    auto *levels = new QWidget;
    auto *grid = new QGridLayout(levels);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(6));
    int row = 0;
    for (const SoundLevel level : choosable) {
        const Levels lines{new CheckLine, new CheckLine};
        for (CheckLine *line : {lines.shown, lines.heard})
            connect(line, &QCheckBox::clicked, this, &QuietFields::apply);
        grid->addWidget(lines.shown, row, 0);
        grid->addWidget(lines.heard, row++, 1);
        m_levels.insert(level, lines);
    }
    grid->setColumnStretch(0, 1);
    return levels;
}

QuietSpanRow *QuietFields::addSpan()
{
    auto *row = new QuietSpanRow(m_theme);
    m_rows.append(row);
    m_column->addWidget(row);
    connect(row, &QuietSpanRow::changed, this, &QuietFields::apply);
    connect(row, &QuietSpanRow::removed, this, [this, row] {
        m_rows.removeOne(row);
        row->hide();
        row->deleteLater(); // it is the one that says so
        apply();
    });
    return row;
}

void QuietFields::add(const WeekHours::Span &span)
{
    addSpan()->show(span);
    apply();
}

void QuietFields::apply()
{
    QList<WeekHours::Span> spans;
    for (const QuietSpanRow *row : std::as_const(m_rows)) {
        if (hasDays(row->span()))
            spans.append(row->span());
    }
    QuietSetup quiet{WeekHours(spans), {}, {}};
    for (auto level = m_levels.cbegin(); level != m_levels.cend(); ++level) {
        if (level->shown->isChecked())
            quiet.shown.insert(level.key());
        if (level->heard->isChecked())
            quiet.heard.insert(level.key());
    }
    m_settings.setQuiet(quiet);
    fill();
}

void QuietFields::fill()
{
    const QuietSetup quiet = m_settings.quiet();
    const QList<WeekHours::Span> &spans = quiet.hours.spans();
    // A row without a day is one that somebody is about to fill.
    QList<WeekHours::Span> shown;
    for (const QuietSpanRow *row : std::as_const(m_rows)) {
        if (hasDays(row->span()))
            shown.append(row->span());
    }
    if (shown != spans) {
        qDeleteAll(std::exchange(m_rows, {}));
        for (const WeekHours::Span &span : spans)
            addSpan()->show(span);
    }
    m_add->setVisible(m_rows.size() < mostRows);
    m_addOutside->setVisible(m_outside && m_rows.isEmpty());
    m_comesLabel->setVisible(!m_rows.isEmpty());
    m_levelFields->setVisible(!m_rows.isEmpty());
    for (auto level = m_levels.cbegin(); level != m_levels.cend(); ++level) {
        level->shown->setChecked(quiet.shown.contains(level.key()));
        level->heard->setChecked(quiet.heard.contains(level.key()));
        level->heard->setEnabled(level->shown->isChecked());
    }
}

QString QuietFields::wordsOf(SoundLevel level)
{
    switch (level) {
    case SoundLevel::YourTurn:
        return tr("Your turn");
    case SoundLevel::Attention:
        return tr("Notices of level Attention");
    default:
        return tr("All other news");
    }
}

void QuietFields::retranslate()
{
    m_label->setText(tr("Quiet hours"));
    m_add->setText(tr("Add hours"));
    m_addOutside->setText(tr("Outside working hours"));
    m_comesLabel->setText(tr("Important notices, alarms and orders of mine that must stop always "
                             "come. These come, too:"));
    for (auto level = m_levels.cbegin(); level != m_levels.cend(); ++level) {
        level->shown->setText(wordsOf(level.key()));
        level->heard->setText(tr("with sound"));
        level->heard->setAccessibleName(tr("%1, with sound").arg(wordsOf(level.key())));
    }
    for (QuietSpanRow *row : std::as_const(m_rows))
        row->retranslate();
}

void QuietFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client

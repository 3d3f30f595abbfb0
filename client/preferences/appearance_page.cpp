// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/appearance_page.h"

#include "client/controls/form_column.h"
#include "client/controls/segmented_control.h"
#include "client/settings/settings.h"

#include <QComboBox>

namespace pressboard::client {

namespace {

constexpr int textScales[] = {80, 90, 100, 110, 125, 150, 175, 200, 225, 250};

} // namespace

AppearancePage::AppearancePage(const Theme &theme, Settings &settings)
    : SettingsPage(theme, settings)
    , m_colors(new SegmentedControl(theme))
    , m_scale(new QComboBox)
    , m_language(new QComboBox)
{
    m_colors->setLive(true);
    m_colorsLabel = form().addField(m_colors, Qt::AlignLeft);
    m_scale->setObjectName(QStringLiteral("textScale"));
    m_scaleLabel = form().addField(m_scale, Qt::AlignLeft);
    m_language->setObjectName(QStringLiteral("language"));
    m_languageLabel = form().addField(m_language, Qt::AlignLeft);
    pin(key::theme, m_colors);
    pin(key::textScale, m_scale);
    pin(key::language, m_language);
    for (QComboBox *box : {m_scale, m_language})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_colors, &SegmentedControl::currentChanged, this,
            [this](int index) { this->settings().setTheme(ThemeChoice(index)); });
    connect(m_scale, &QComboBox::activated, this,
            [this](int index) { this->settings().setTextScale(m_scale->itemData(index).toInt()); });
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        this->settings().setLanguage(m_language->itemData(index).toString());
    });
    finish();
}

QString AppearancePage::title() const
{
    return tr("Appearance");
}

void AppearancePage::retranslate()
{
    m_colorsLabel->setText(tr("Colors"));
    m_colors->setSegments({{tr("System", "the colors of")}, {tr("Light")}, {tr("Dark")}});
    m_colors->setAccessibleName(tr("Colors"));
    m_scaleLabel->setText(tr("Text size"));
    m_languageLabel->setText(tr("Language"));
    m_language->clear();
    m_language->addItem(tr("As the system"), QString());
    // A language is written in itself, or who needs it cannot find it.
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
}

/// Ctrl and + choose sizes that stand in no list.
void AppearancePage::fillScales()
{
    const int now = settings().textScale();
    QList<int> all(std::begin(textScales), std::end(textScales));
    if (!all.contains(now))
        all.insert(std::lower_bound(all.begin(), all.end(), now), now);
    m_scale->clear();
    for (const int percent : std::as_const(all))
        m_scale->addItem(tr("%1 %").arg(percent), percent);
    m_scale->setCurrentIndex(int(all.indexOf(now)));
}

void AppearancePage::fill()
{
    m_colors->setCurrent(int(settings().theme()));
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings().language())));
    fillScales();
}

} // namespace pressboard::client

// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/settings_dialog.h"

#include "client/settings/settings.h"
#include "client/widgets/form_column.h"
#include "client/widgets/page_tabs.h"
#include "client/widgets/segmented_control.h"
#include "client/widgets/server_fields.h"
#include "client/widgets/step_picker.h"
#include "client/widgets/theme.h"
#include "client/widgets/wall_settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace pressboard::client {

namespace {

constexpr int textScales[] = {80, 90, 100, 110, 125, 150, 175, 200, 225, 250};

} // namespace

SettingsDialog::SettingsDialog(const Theme &theme, Settings &settings, ServerProbe &probe,
                               QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_tabs(new PageTabs(theme))
    , m_pages(new QStackedWidget)
{
    auto *whole = new FormColumn(theme, this);
    m_tabs->setLive(true);
    m_tabs->setFixedHeight(theme.px(36));
    whole->addWidget(m_tabs);
    whole->addSpacing(theme.px(12));
    whole->addWidget(m_pages);
    m_pages->addWidget(makeGeneralPage());
    m_pages->addWidget(makeConnectionPage(probe));
    m_pages->addWidget(makeStationPage());
    m_pages->addWidget(makeNoticesPage());
    m_pages->addWidget(new WallSettings(theme, settings));
    m_pages->addWidget(makeAppearancePage());
    connect(m_tabs, &PageTabs::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connectStation();
    connectNotices();
    retranslate();
    setMinimumSize(theme.px(560), theme.px(360));
}

void SettingsDialog::showPage(Page page)
{
    m_tabs->setCurrent(page);
    m_pages->setCurrentIndex(page);
}

QWidget *SettingsDialog::makeGeneralPage()
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_language = new QComboBox;
    m_language->setObjectName(QStringLiteral("language"));
    m_language->setMaximumWidth(m_theme.px(240));
    m_languageLabel = form->addField(m_language);
    form->addSpacing(m_theme.px(16));
    m_about = form->addHint();
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addStretch(1);
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        m_settings.setLanguage(m_language->itemData(index).toString());
    });
    return page;
}

QWidget *SettingsDialog::makeConnectionPage(ServerProbe &probe)
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_server = new ServerFields(m_theme, probe);
    m_server->fill(m_settings.server(), m_settings.token());
    m_useServer = new QPushButton;
    m_useServer->setEnabled(false);
    m_useServer->setDefault(true);
    form->addWidget(m_server);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_useServer);
    form->addLayout(row);
    form->addStretch(1);
    connect(m_server, &ServerFields::provenChanged, m_useServer, &QWidget::setEnabled);
    connect(m_useServer, &QPushButton::clicked, this, &SettingsDialog::takeConnection);
    return page;
}

QWidget *SettingsDialog::makeStationPage()
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_name = new QLineEdit(m_settings.profile().name);
    m_name->setMaxLength(40);
    m_nameLabel = form->addField(m_name);
    m_steps = new StepPicker(m_theme);
    m_steps->setChosen(m_settings.profile().steps);
    m_stepsLabel = form->addField(m_steps);
    m_onlyMine = new QCheckBox;
    m_onlyMine->setChecked(m_settings.showsMyStepsOnly());
    form->addSpacing(m_theme.px(12));
    form->addWidget(m_onlyMine);
    form->addStretch(1);
    return page;
}

QWidget *SettingsDialog::makeNoticesPage()
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    form->setSpacing(m_theme.px(12));
    m_sound = new QCheckBox;
    m_sound->setChecked(m_settings.isSoundOn());
    m_stepMoves = new QCheckBox;
    m_stepMoves->setChecked(m_settings.toastsStepMoves());
    m_unknownTypes = new QCheckBox;
    m_unknownTypes->setChecked(m_settings.toastsUnknownTypes());
    for (QCheckBox *box : {m_sound, m_stepMoves, m_unknownTypes})
        form->addWidget(box);
    form->addStretch(1);
    return page;
}

QWidget *SettingsDialog::makeAppearancePage()
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_themeChoice = new SegmentedControl(m_theme);
    m_themeLabel = form->addField(m_themeChoice);
    m_scale = new QComboBox;
    m_scale->setMaximumWidth(m_theme.px(120));
    m_scaleLabel = form->addField(m_scale);
    form->addStretch(1);
    connect(m_themeChoice, &SegmentedControl::currentChanged, this,
            [this](int index) { m_settings.setTheme(ThemeChoice(index)); });
    connect(m_scale, &QComboBox::activated, this,
            [this](int index) { m_settings.setTextScale(m_scale->itemData(index).toInt()); });
    return page;
}

void SettingsDialog::connectStation()
{
    const auto apply = [this] {
        StationProfile profile = m_settings.profile();
        if (!m_name->text().trimmed().isEmpty())
            profile.name = m_name->text().trimmed();
        profile.steps = m_steps->chosen();
        m_settings.setProfile(profile);
        m_onlyMine->setEnabled(!profile.steps.isEmpty());
    };
    m_onlyMine->setEnabled(!m_settings.profile().steps.isEmpty());
    connect(m_name, &QLineEdit::editingFinished, this, apply);
    connect(m_steps, &StepPicker::changed, this, apply);
    connect(m_onlyMine, &QCheckBox::toggled, &m_settings, &Settings::setShowsMyStepsOnly);
}

void SettingsDialog::connectNotices()
{
    connect(m_sound, &QCheckBox::toggled, &m_settings, &Settings::setSoundOn);
    connect(m_stepMoves, &QCheckBox::toggled, &m_settings, &Settings::setToastsStepMoves);
    connect(m_unknownTypes, &QCheckBox::toggled, &m_settings, &Settings::setToastsUnknownTypes);
}

void SettingsDialog::takeConnection()
{
    m_settings.setConnection(m_server->server(), m_server->token());
    m_useServer->setEnabled(false);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_tabs->setTitles({tr("General"), tr("Connection"), tr("Station"), tr("Notices"),
                       tr("Wall"), tr("Appearance")});
    m_languageLabel->setText(tr("Language"));
    m_about->setText(tr("Pressboard %1\nSettings file: %2")
                         .arg(QStringLiteral(PRESSBOARD_VERSION),
                              QDir::toNativeSeparators(m_settings.path())));
    m_useServer->setText(tr("Use this server"));
    m_nameLabel->setText(tr("Station name"));
    m_stepsLabel->setText(tr("My steps"));
    m_onlyMine->setText(tr("Lists show my steps only"));
    m_sound->setText(tr("Play a sound with important toasts"));
    m_stepMoves->setText(tr("Toasts for started and finished steps, too"));
    m_unknownTypes->setText(tr("Toasts for messages of unknown types, too"));
    m_themeLabel->setText(tr("Colors"));
    m_scaleLabel->setText(tr("Text size"));
    fillChoices();
}

void SettingsDialog::fillChoices()
{
    m_language->clear();
    m_language->addItem(tr("As the system"), QString());
    // A language is written in itself, or who needs it cannot find it.
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));

    m_themeChoice->setSegments({{tr("As the system")}, {tr("Light")}, {tr("Dark")}});
    m_themeChoice->setCurrent(int(m_settings.theme()));
    m_scale->clear();
    for (const int percent : textScales)
        m_scale->addItem(tr("%1 %").arg(percent), percent);
    if (m_scale->findData(m_settings.textScale()) < 0)
        m_scale->addItem(tr("%1 %").arg(m_settings.textScale()), m_settings.textScale());
    m_scale->setCurrentIndex(m_scale->findData(m_settings.textScale()));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace pressboard::client

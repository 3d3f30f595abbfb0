// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/first_run_dialog.h"

#include "client/controls/dialog_body.h"
#include "client/controls/form_column.h"
#include "client/controls/step_picker.h"
#include "client/preferences/server_fields.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace pressboard::client {

FirstRunDialog::FirstRunDialog(const Theme &theme, ServerProbe &probe, const Answer &proposed,
                               QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_pages(new QStackedWidget)
    , m_name(new QLineEdit)
    , m_steps(new StepPicker(theme))
    , m_back(new QPushButton)
    , m_next(new QPushButton)
{
    m_pages->addWidget(makeServerPage(proposed, probe));
    m_pages->addWidget(makeStationPage(proposed));

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *whole = new FormColumn(theme, this);
    whole->addWidget(new DialogBody(m_pages), 1);
    whole->addGap(16);
    whole->addLayout(buttons);

    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    connect(m_server, &ServerFields::provenChanged, this, &FirstRunDialog::updateButtons);
    connect(m_server, &ServerFields::edited, this, [this] { m_goingOn = false; });
    connect(m_server, &ServerFields::judged, this, [this](bool works) {
        if (std::exchange(m_goingOn, false) && works)
            showStation();
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentIndex(0);
        updateButtons();
    });
    connect(m_next, &QPushButton::clicked, this, &FirstRunDialog::goOn);
    retranslate();
    updateButtons();
    resize(std::max(theme.px(520), sizeHint().width()), sizeHint().height());
}

QWidget *FirstRunDialog::makeServerPage(const Answer &proposed, ServerProbe &probe)
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_welcome = form->addTitle();
    m_explanation = form->addHint();
    form->addGap(8);
    m_server = new ServerFields(m_theme, probe);
    m_server->hideTestButton();
    m_server->fill(proposed.server, proposed.token);
    form->addWidget(m_server);
    form->addStretch(1);
    return page;
}

QWidget *FirstRunDialog::makeStationPage(const Answer &proposed)
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_stationTitle = form->addTitle();
    m_verdict = form->addHint();
    form->addGap(4);
    m_name->setObjectName(QStringLiteral("stationName"));
    m_name->setText(proposed.stationName);
    m_nameLabel = form->addField(m_name);
    m_steps->setChosen(proposed.mySteps);
    m_stepsLabel = form->addField(m_steps);
    form->addGap(4);
    m_stepsHint = form->addHint();
    form->addStretch(1);
    return page;
}

void FirstRunDialog::retranslate()
{
    setWindowTitle(tr("Pressboard"));
    m_welcome->setText(tr("Where is the board's server?"));
    m_explanation->setText(tr("Both are on the paper from your admin. They are tried before they "
                              "are taken."));
    m_stationTitle->setText(tr("This station"));
    m_nameLabel->setText(tr("Station name"));
    m_stepsLabel->setText(tr("My steps"));
    m_stepsHint->setText(
        tr("What is chosen here tells you by a toast and a sound when it is your turn. The "
           "office chooses none."));
    m_back->setText(tr("Back"));
    updateButtons();
}

void FirstRunDialog::updateButtons()
{
    const bool first = m_pages->currentIndex() == 0;
    m_back->setVisible(!first);
    m_next->setText(first ? (m_server->isProven() ? tr("Next") : tr("Test and go on"))
                          : tr("Open board"));
    m_next->setEnabled(!first || !m_server->server().isEmpty());
    if (first && m_server->isProven())
        m_next->setFocus();
}

void FirstRunDialog::goOn()
{
    if (m_pages->currentIndex() == 1)
        return accept();
    if (m_server->isProven())
        return showStation();
    m_goingOn = true;
    m_server->test();
}

void FirstRunDialog::showStation()
{
    m_verdict->setText(m_server->verdict());
    m_pages->setCurrentIndex(1);
    resize(size().expandedTo(layout()->totalSizeHint())); // the verdict may have many lines
    m_name->setFocus();
    m_name->selectAll();
    updateButtons();
}

FirstRunDialog::Answer FirstRunDialog::answer() const
{
    return {m_server->server(), m_server->token(), m_name->text().trimmed(), m_steps->chosen()};
}

void FirstRunDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace pressboard::client

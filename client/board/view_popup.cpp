// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/view_popup.h"

#include "client/controls/check_flow.h"
#include "client/controls/step_picker.h"
#include "client/models/format.h"
#include "client/text/plain_label.h"
#include "client/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pressboard::client {

namespace {

/// In the order of the work; what a shop calls otherwise stands behind.
QStringList asWorked(QStringList steps)
{
    const QStringList known = StepPicker::knownSteps();
    const auto place = [&known](const QString &step) {
        const auto index = known.indexOf(step);
        return index < 0 ? known.size() : index;
    };
    std::stable_sort(steps.begin(), steps.end(),
                     [&](const QString &a, const QString &b) { return place(a) < place(b); });
    return steps;
}

} // namespace

ViewPopup::ViewPopup(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_stepsHeading(new PlainLabel)
    , m_steps(new CheckFlow(theme))
    , m_operatorsHeading(new PlainLabel)
    , m_operators(new CheckFlow(theme))
    , m_category(new QComboBox)
    , m_sortHeading(new PlainLabel)
    , m_sort(new QComboBox)
    , m_descending(new QCheckBox)
    , m_mine(new QPushButton)
    , m_all(new QPushButton)
{
    setObjectName(QStringLiteral("viewPopup"));
    setFrameShape(StyledPanel);
    build();
    connect(m_steps, &CheckFlow::changed, this, &ViewPopup::applyChoices);
    connect(m_operators, &CheckFlow::changed, this, &ViewPopup::applyChoices);
    connect(m_category, &QComboBox::currentIndexChanged, this, &ViewPopup::applyChoices);
    connect(m_sort, &QComboBox::currentIndexChanged, this, &ViewPopup::applyChoices);
    connect(m_descending, &QCheckBox::toggled, this, &ViewPopup::applyChoices);
    connect(m_mine, &QPushButton::clicked, this, [this] {
        narrow({m_mySteps, {}, StepCategory::Unknown});
    });
    connect(m_all, &QPushButton::clicked, this, [this] { narrow({}); });
}

void ViewPopup::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(m_theme.px(16), m_theme.px(12), m_theme.px(16), m_theme.px(12));
    column->setSpacing(m_theme.px(8));
    auto *wholes = new QHBoxLayout;
    wholes->addWidget(m_all);
    wholes->addWidget(m_mine);
    wholes->addStretch(1);
    column->addLayout(wholes);
    for (QWidget *item : {static_cast<QWidget *>(m_stepsHeading), static_cast<QWidget *>(m_steps),
                          static_cast<QWidget *>(m_operatorsHeading),
                          static_cast<QWidget *>(m_operators), static_cast<QWidget *>(m_category)})
        column->addWidget(item);
    auto *sorting = new QHBoxLayout;
    sorting->addWidget(m_sortHeading);
    sorting->addWidget(m_sort, 1);
    sorting->addWidget(m_descending);
    column->addLayout(sorting);
    for (QLabel *heading : {m_stepsHeading, m_operatorsHeading, m_sortHeading})
        heading->setForegroundRole(QPalette::PlaceholderText);
    m_sortHeading->setBuddy(m_sort);
}

QString ViewPopup::nameOf(RowSort::By by, bool isRunning) const
{
    switch (by) {
    case RowSort::By::Itself:
        return tr("Usual order");
    case RowSort::By::Due:
        return tr("Due");
    case RowSort::By::OrderNo:
        return tr("Order no.");
    case RowSort::By::Customer:
        return tr("Customer");
    case RowSort::By::Step:
        return tr("Step");
    case RowSort::By::Operator:
        return tr("Operator");
    case RowSort::By::Previous:
        return tr("Previous");
    case RowSort::By::Since:
        return isRunning ? tr("Elapsed") : tr("Waiting");
    case RowSort::By::Progress:
        return tr("Progress");
    case RowSort::By::Early:
        break;
    }
    return tr("Early or late");
}

void ViewPopup::retranslate(const Offer &offer)
{
    m_stepsHeading->setText(tr("Step"));
    m_operatorsHeading->setText(tr("Operator"));
    m_sortHeading->setText(tr("Sort by"));
    m_descending->setText(tr("Reversed"));
    m_mine->setText(tr("My steps"));
    m_all->setText(tr("All"));
    m_category->clear();
    m_category->addItems({tr("Cover and inner pages"), format::category(StepCategory::Cover),
                          format::category(StepCategory::Content)});
    m_category->setAccessibleName(tr("Cover or inner pages"));
    m_sort->clear();
    for (const RowSort::By by : offer.sorts)
        m_sort->addItem(nameOf(by, offer.isRunning), int(by));
}

void ViewPopup::fill(const Offer &offer)
{
    const QSignalBlocker quietCategory(m_category);
    const QSignalBlocker quietSort(m_sort);
    const QSignalBlocker quietDirection(m_descending);
    retranslate(offer);
    const RowFilter &filter = m_view.filter;
    m_steps->setNames(asWorked(offer.choices.steps()), filter.steps);
    m_operators->setNames(offer.choices.operators(), filter.operators);
    m_category->setCurrentIndex(int(filter.category));
    m_sort->setCurrentIndex(std::max(0, m_sort->findData(int(m_view.sort.by))));
    m_descending->setChecked(m_view.sort.descending);
    m_mySteps = offer.mySteps;
    m_mine->setVisible(!m_mySteps.isEmpty());
    const bool hasOperators = !offer.choices.operators().isEmpty();
    m_operators->setVisible(hasOperators);
    m_operatorsHeading->setVisible(hasOperators);
}

void ViewPopup::openBelow(const QPoint &point, const RowView &view, const Offer &offer)
{
    m_view = view;
    fill(offer);
    adjustSize();
    const QRect area = screen()->availableGeometry();
    move(std::clamp(point.x(), area.left(), std::max(area.left(), area.right() - width())),
         std::clamp(point.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    show();
    m_all->setFocus(Qt::PopupFocusReason);
}

void ViewPopup::applyChoices()
{
    m_view.filter = {m_steps->checked(), m_operators->checked(),
                     StepCategory(m_category->currentIndex())};
    m_view.sort = {RowSort::By(m_sort->currentData().toInt()), m_descending->isChecked()};
    Q_EMIT viewChanged(m_view);
}

void ViewPopup::narrow(const RowFilter &filter)
{
    const QSignalBlocker quiet(m_category);
    m_steps->setChecked(filter.steps);
    m_operators->setChecked(filter.operators);
    m_category->setCurrentIndex(int(filter.category));
    m_view.filter = filter; // also steps that no row has at the moment
    Q_EMIT viewChanged(m_view);
}

} // namespace pressboard::client

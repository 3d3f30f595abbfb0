// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/audience_picker.h"

#include "client/controls/segmented_control.h"
#include "client/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace pressboard::client {

namespace {

constexpr int widest = 424;
const QString departmentPrefix = QStringLiteral("dept_");
const QString userPrefix = QStringLiteral("user_");

/// "3, 5" and "3 5" and "3、5" are two names.
QStringList namesIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;，；、]+"));
    return text.split(between, Qt::SkipEmptyParts);
}

} // namespace

AudiencePicker::AudiencePicker(const Theme &theme, const NoticeRights &rights, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rights(rights)
    , m_segments(new SegmentedControl(theme))
    , m_target(new QComboBox)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(m_segments);
    column->addWidget(m_target);
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setInsertPolicy(QComboBox::NoInsert);
    connect(m_segments, &SegmentedControl::currentChanged, this, &AudiencePicker::showTarget);
    connect(m_target, &QComboBox::currentTextChanged, this, &AudiencePicker::changed);
    setFocusProxy(m_segments);
    offer();
    showTarget();
}

/// As many departments in sight as fit; the others are in the list of 部门….
void AudiencePicker::offer()
{
    for (qsizetype shown = m_rights.departments.size(); shown >= 0; --shown) {
        m_choices = choices(shown);
        QList<SegmentedControl::Segment> segments;
        for (const Choice &choice : std::as_const(m_choices))
            segments.append({wordsOf(choice)});
        m_segments->setSegments(segments);
        if (m_segments->sizeHint().width() <= m_theme.px(widest))
            break;
    }
    const QString name = tr("To");
    m_segments->setAccessibleName(name);
    m_target->setAccessibleName(tr("Names"));
}

QList<AudiencePicker::Choice> AudiencePicker::choices(qsizetype departments) const
{
    QList<Choice> all;
    if (m_rights.toEveryone)
        all.append({Kind::Everyone, {}});
    for (qsizetype i = 0; i < departments; ++i)
        all.append({Kind::Department, m_rights.departments.at(i)});
    if (m_rights.toEveryone || departments < m_rights.departments.size())
        all.append({Kind::OtherDepartment, {}});
    if (m_rights.toEveryone)
        all.append({Kind::User, {}});
    return all;
}

QString AudiencePicker::departmentName(const QString &department,
                                       const QMap<QString, QString> &names)
{
    const QString name = names.value(department);
    return name.isEmpty() ? tr("Dept. %1").arg(department) : name;
}

QString AudiencePicker::wordsOf(const Choice &choice) const
{
    switch (choice.kind) {
    case Kind::Everyone:
        return tr("Everyone");
    case Kind::Department:
        return departmentName(choice.department, m_rights.departmentNames);
    case Kind::OtherDepartment:
        return tr("Dept…");
    case Kind::User:
        break;
    }
    return tr("User…");
}

void AudiencePicker::showTarget()
{
    const Kind kind = m_choices.value(m_segments->current(), {Kind::OtherDepartment, {}}).kind;
    const bool isNamed = kind == Kind::OtherDepartment || kind == Kind::User;
    m_target->setVisible(isNamed);
    m_target->clear();
    // What the shop has a name for is picked, not typed.
    const bool isPicked = kind == Kind::OtherDepartment && !m_rights.departmentNames.isEmpty();
    m_target->setEditable(m_rights.toEveryone && !isPicked);
    if (kind == Kind::OtherDepartment) {
        for (const QString &department : m_rights.departments)
            m_target->addItem(isPicked ? departmentName(department, m_rights.departmentNames)
                                       : department,
                              department);
    }
    if (QLineEdit *line = m_target->lineEdit()) {
        line->setPlaceholderText(kind == Kind::User ? tr("User names, for example wangfang, lina")
                                                    : tr("Departments, for example 3, 5"));
        line->clear();
    }
    if (isNamed && m_target->isEditable())
        m_target->setFocus();
    Q_EMIT changed();
}

std::optional<QStringList> AudiencePicker::groups() const
{
    const Choice choice = m_choices.value(m_segments->current(), {Kind::OtherDepartment, {}});
    if (choice.kind == Kind::Everyone)
        return QStringList();
    if (choice.kind == Kind::Department)
        return QStringList{departmentPrefix + choice.department};
    if (!m_target->isEditable() && m_target->currentIndex() >= 0)
        return QStringList{departmentPrefix + m_target->currentData().toString()};
    QStringList groups;
    for (const QString &name : namesIn(m_target->currentText()))
        groups.append((choice.kind == Kind::User ? userPrefix : departmentPrefix) + name);
    return groups.isEmpty() ? std::nullopt : std::optional(groups);
}

void AudiencePicker::reset()
{
    m_segments->setCurrent(0);
    showTarget();
}

QString AudiencePicker::nameOf(const QStringList &groups,
                               const QMap<QString, QString> &departmentNames)
{
    if (groups.isEmpty())
        return tr("Everyone");
    QStringList names;
    for (const QString &group : groups) {
        names.append(group.startsWith(departmentPrefix)
                         ? departmentName(group.mid(departmentPrefix.size()), departmentNames)
                         : group.mid(userPrefix.size()));
    }
    return names.join(tr(", ", "between names"));
}

void AudiencePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        offer();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client

// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/calls/call_dialog.h"

#include "client/bigscreen/big_style.h"

#include <QKeyEvent>

namespace pressboard::client {

namespace {

constexpr double deskScale = 0.6; ///< of what is read from three metres
constexpr QSize sheetSize(560, 400);

class DeskCallStyle final : public BigStyle
{
public:
    explicit DeskCallStyle(const Theme &theme)
        : BigStyle(theme)
    {
        setScale(deskScale * theme.px(100) / 100);
    }
};

} // namespace

CallDialog::CallDialog(const Theme &theme, CallDesk &calls, const CallContext &from,
                       QWidget *parent)
    : QDialog(parent)
    , m_style(std::make_unique<DeskCallStyle>(theme))
    , m_sheet(new CallSheet(*m_style, this))
{
    setWindowTitle(tr("Call for help"));
    m_sheet->follow(calls);
    connect(m_sheet, &CallSheet::closed, this, &QDialog::accept);
    connect(this, &QDialog::rejected, &calls, &CallDesk::dismiss);
    resize(theme.px(sheetSize.width()), theme.px(sheetSize.height()));
    m_sheet->open(from);
}

CallDialog::~CallDialog()
{
    delete m_sheet; // before its style
}

void CallDialog::keyPressEvent(QKeyEvent *event)
{
    if (!m_sheet->press(event->key()))
        QDialog::keyPressEvent(event);
}

void CallDialog::resizeEvent(QResizeEvent *)
{
    m_sheet->setGeometry(rect());
}

} // namespace pressboard::client

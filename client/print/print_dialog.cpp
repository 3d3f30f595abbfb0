// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/print/print_dialog.h"

#include "client/print/orders_paper.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace pressboard::client {
namespace {

constexpr double margin = 12; ///< mm

/// The sheets that were asked for, of so many.
std::pair<int, int> range(const QPrinter &printer, int sheets)
{
    if (printer.printRange() != QPrinter::PageRange || printer.fromPage() == 0)
        return {0, sheets - 1};
    return {std::min(printer.fromPage(), sheets) - 1, std::min(printer.toPage(), sheets) - 1};
}

} // namespace

PrintJob PrintJob::of(const OrdersPaper &orders, const QString &title)
{
    return {title, false, [orders](QSizeF size) { return orders.sheets(size); },
            [orders](const Paper &paper, int sheet) { orders.paint(paper, sheet); }};
}

void PrintDialog::setUp(const PrintJob &job, QPrinter &printer)
{
    printer.setDocName(job.title);
    printer.setPageLayout(QPageLayout(
        QPageSize(QPageSize::A4), job.isWide ? QPageLayout::Landscape : QPageLayout::Portrait,
        QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter));
}

bool PrintDialog::print(const PrintJob &job, QPrinter &printer)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const QSizeF size = printer.pageLayout().paintRect(QPageLayout::Millimeter).size();
    const auto [first, last] = range(printer, job.sheets(size));
    for (int sheet = first; sheet <= last; ++sheet) {
        if (sheet > first && !printer.newPage())
            return false;
        job.paint(Paper(painter, size), sheet);
    }
    return painter.end() && printer.printerState() != QPrinter::Error;
}

void PrintDialog::ask(const PrintJob &job, QWidget *window, Tell tell)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    setUp(job, *printer);
    auto *dialog = new QPrintDialog(printer.get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(job.title);
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), window,
                     [job, printer, tell = std::move(tell)] {
                         tell(print(job, *printer)
                                  ? tr("Sent to the printer")
                                  : tr("Not printed: the printer did not take it. Try another "
                                       "one, or print into a PDF."));
                     });
    dialog->open();
}

} // namespace pressboard::client

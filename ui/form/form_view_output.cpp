// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "ui/form/form_printer.h"
#include "ui/form/form_view.h"

#include <QCoreApplication>
#include <QLayout>
#include <QPainter>
#include <QPdfWriter>

namespace andu::ui {

QImage FormView::toImage(int widthPx, double scale)
{
    setAttribute(Qt::WA_DontShowOnScreen);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    resize(widthPx, 800);
    show();
    makeAll();
    static constexpr int Passes = 4; // editors grow with their text, and tables with their editors
    for (int pass = 0; pass < Passes; ++pass) {
        // Without a running event loop a layout that was touched while hidden stays as it was.
        for (const QWidget *part : widget()->findChildren<QWidget *>()) {
            if (part->layout()) {
                part->layout()->invalidate();
            }
        }
        QCoreApplication::sendPostedEvents();
        resize(widthPx, std::clamp(widget()->sizeHint().height(), 200, 30000));
        if (widget()->layout()->hasHeightForWidth()) {
            resize(widthPx, std::clamp(widget()->layout()->heightForWidth(widthPx), 200, 30000));
        }
    }
    QCoreApplication::sendPostedEvents();
    QImage image(QSize(widget()->width(), widget()->height()) * scale,
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(m_theme.colour(Token::Canvas));
    QPainter painter(&image);
    widget()->render(&painter);
    painter.end();
    hide();
    return image;
}

bool FormView::print(QPagedPaintDevice &device) const
{
    return m_session && m_host && printForm(*m_session, *m_host, device);
}

bool FormView::toPdf(const QString &path) const
{
    QPdfWriter writer(path);
    writer.setTitle(m_session ? m_session->work().title : QString());
    writer.setPageSize(QPageSize(QPageSize::A4));
    return print(writer);
}

QList<FormHint> FormView::hints() const
{
    return m_session ? formHints(*m_session, m_page.placeholders) : QList<FormHint>();
}

DrawnForm FormView::drawn() const
{
    DrawnForm drawn;
    if (!m_session) {
        return drawn;
    }
    drawn.size = widget()->size();
    for (const QString &id : m_session->model().layout.order) {
        const forms::Module *module = m_session->model().find(id);
        if (!module) {
            continue;
        }
        DrawnForm::Field field;
        field.id = id;
        field.type = module->type;
        field.isVisible = m_session->isShown(id);
        field.isReadonly = m_session->state(id).isReadonly;
        const FieldBox *box = m_page.byId.value(id);
        const bool isInRow = !module->grid.isEmpty();
        field.how = box                            ? box->drawnHow()
            : m_page.placeholders.contains(id)     ? u"placeholder"_s
            : m_page.parts.contains(id) || isInRow ? u"native"_s
            : module->info.isContainer             ? u"native"_s
                                                   : u"none"_s;
        drawn.fields.append(field);
    }
    return drawn;
}

} // namespace andu::ui

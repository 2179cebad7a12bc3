// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/template_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/form_builder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int MostRows = 200; ///< More would be thousands of widgets; the rest is kept unseen.

QWidget *columnWidget(QVBoxLayout *&layout, int gap)
{
    auto *widget = new QWidget;
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    widget->setSizePolicy(policy);
    layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    return widget;
}

} // namespace

QStringList buttonIds(const QJsonObject &json, QLatin1StringView key)
{
    QStringList ids;
    for (const QString &part : json::text(json, key).split(u',', Qt::SkipEmptyParts)) {
        ids.append(part.trimmed());
    }
    return ids;
}

TemplateEditor::TemplateEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_rows(new QVBoxLayout)
    , m_more(new QLabel)
    , m_least(forms::scalarText(module().json, "minCount"_L1).toInt())
    , m_most(forms::scalarText(module().json, "maxCount"_L1).toInt())
    , m_hasOwnButtons(!buttonIds(module().json, "addActionId"_L1).isEmpty()
                      || !buttonIds(module().json, "outerAddActionId"_L1).isEmpty())
{
    setObjectName(u"field:"_s + id);
    setAccessibleName(module().label);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look().px(8));
    m_rows->setSpacing(look().px(12));
    layout->addLayout(m_rows);
    m_add = new QPushButton(theme().icon(u"plus"_s), tr("Add"));
    m_add->setObjectName(u"add:"_s + id);
    m_add->setAccessibleName(tr("Add to “%1”").arg(module().label));
    connect(m_add, &QPushButton::clicked, this, [this] { addRow(-1); });
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_more->setProperty("role", u"hint"_s);
    m_more->hide();
    layout->insertWidget(1, m_more);
    rebuild();
}

int TemplateEditor::shownRows() const
{
    return std::min(session().rowCount(id()), MostRows);
}

QWidget *TemplateEditor::makeRow(int row)
{
    auto *frame = new QWidget;
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    frame->setSizePolicy(policy);
    frame->setObjectName(u"row:"_s + id() + u".."_s + QString::number(row));
    auto *line = new QHBoxLayout(frame);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(look().px(8));
    auto *number = new QLabel(QString::number(row + 1));
    number->setProperty("role", u"hint"_s);
    line->addWidget(number, 0, Qt::AlignTop);
    FormContext inner = context();
    inner.place = RowPlace{ id(), row };
    inner.rowButton = [this](const QString &button, int at) {
        if (buttonIds(module().json, "addActionId"_L1).contains(button)) {
            addRow(at + 1);
            return true;
        }
        if (buttonIds(module().json, "deleteActionId"_L1).contains(button)) {
            removeRow(at);
            return true;
        }
        return false;
    };
    BuiltForm page = FormBuilder(inner).buildRow(session().model().layout.templates.value(id()));
    line->addWidget(page.root, 1);
    const bool isReadonly = state().isReadonly;
    if (!isReadonly && !m_hasOwnButtons) {
        auto *remove = new QToolButton;
        remove->setIcon(theme().icon(u"trash"_s));
        remove->setToolTip(tr("Delete"));
        remove->setAccessibleName(tr("Delete number %1").arg(row + 1));
        connect(remove, &QToolButton::clicked, this, [this, row] { removeRow(row); });
        line->addWidget(remove, 0, Qt::AlignTop);
    }
    m_boxes.append(page.boxes);
    for (FieldBox *box : std::as_const(page.boxes)) {
        box->make();
    }
    return frame;
}

void TemplateEditor::rebuild()
{
    qDeleteAll(m_widgets);
    m_widgets.clear();
    m_boxes.clear();
    const int rows = shownRows();
    for (int row = 0; row < rows; ++row) {
        QWidget *widget = makeRow(row);
        m_rows->addWidget(widget);
        m_widgets.append(widget);
    }
    const bool isReadonly = state().isReadonly;
    // The row's own button can not be reached when there is no row.
    m_add->setVisible(!isReadonly && (!m_hasOwnButtons || rows == 0));
    m_add->setEnabled(m_most <= 0 || rows < m_most);
    const int hidden = session().rowCount(id()) - rows;
    m_more->setText(tr("%n more rows are kept and not shown.", nullptr, hidden));
    m_more->setVisible(hidden > 0);
    updateGeometry();
    if (m_wantedRow) {
        focusRow(std::min(*m_wantedRow, rows - 1));
        m_wantedRow.reset();
    }
}

/// What was just added is filled next; what was deleted leaves the keyboard at its neighbour.
void TemplateEditor::focusRow(int row)
{
    const QList<FieldBox *> boxes = m_boxes.value(row);
    for (FieldBox *box : boxes) {
        if (!box->isHidden() && !context().session.isReadonly() && box->focusField()) {
            return;
        }
    }
    if (m_add->isVisibleTo(this)) {
        m_add->setFocus(Qt::OtherFocusReason);
    }
}

void TemplateEditor::rebuildLater()
{
    QTimer::singleShot(0, this, [this] { rebuild(); });
}

void TemplateEditor::showValue()
{
    if (shownRows() != m_widgets.size()) {
        // The change may come from a button in a row: not while it is still clicked.
        QTimer::singleShot(0, this, [this] {
            if (shownRows() != m_widgets.size()) {
                rebuild();
            }
        });
        return;
    }
    for (const QList<FieldBox *> &row : std::as_const(m_boxes)) {
        for (FieldBox *box : row) {
            box->showValue();
        }
    }
}

void TemplateEditor::showOptions()
{
    for (const QList<FieldBox *> &row : std::as_const(m_boxes)) {
        for (FieldBox *box : row) {
            box->showState();
        }
    }
}

void TemplateEditor::commit()
{
    for (const QList<FieldBox *> &row : std::as_const(m_boxes)) {
        for (FieldBox *box : row) {
            box->commit();
        }
    }
}

void TemplateEditor::addRow(int at)
{
    if (m_most > 0 && session().rowCount(id()) >= m_most) {
        return;
    }
    commit();
    const QJsonValue before = stored();
    const int place = session().addRow(id(), at);
    if (place < 0) {
        return;
    }
    m_wantedRow = place;
    host().record(id(), before, stored());
}

void TemplateEditor::removeRow(int row)
{
    if (session().rowCount(id()) <= m_least) {
        return;
    }
    commit();
    const QJsonValue before = stored();
    session().removeRow(id(), row);
    host().record(id(), before, stored());
    m_wantedRow = row;
    rebuildLater();
}

void TemplateEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (const QWidget *row : std::as_const(m_widgets)) {
        painter.fillRect(QRect(0, row->geometry().bottom() + look().px(5), width(), 1),
                         theme().colour(Token::Line));
    }
}

QWidget *makeTemplatePaper(const FormContext &context, const forms::Module &module)
{
    QVBoxLayout *layout = nullptr;
    QWidget *block = columnWidget(layout, context.look.px(12));
    const int rows = std::min(context.session.rowCount(module.id), 1000);
    for (int row = 0; row < rows; ++row) {
        FormContext inner = context;
        inner.place = RowPlace{ module.id, row };
        layout->addWidget(FormBuilder(inner)
                              .buildRow(context.session.model().layout.templates.value(module.id))
                              .root);
    }
    return block;
}

} // namespace andu::ui

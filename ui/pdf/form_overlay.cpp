// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/form_overlay.h"

#include "core/base/literals.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>

namespace andu::ui {

using pdf::FieldKind;
using pdf::view::FormWidget;

namespace {

constexpr double MaxFontPt = 12;

bool isFillable(const FormWidget &widget)
{
    return !widget.isReadOnly
        && (widget.kind == FieldKind::Text || widget.kind == FieldKind::Choice
            || widget.kind == FieldKind::CheckBox || widget.kind == FieldKind::RadioButton);
}

bool isButton(const FormWidget &widget)
{
    return widget.kind == FieldKind::CheckBox || widget.kind == FieldKind::RadioButton;
}

QString textOf(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor)) {
        return line->text();
    }
    if (const auto *box = qobject_cast<const QComboBox *>(editor)) {
        return box->currentText();
    }
    const auto *text = qobject_cast<const QPlainTextEdit *>(editor);
    return text ? text->toPlainText() : QString();
}

QWidget *makeEditor(const FormWidget &widget, const QString &value, QWidget *parent)
{
    if (widget.kind == FieldKind::Choice) {
        auto *box = new QComboBox(parent);
        box->setEditable(widget.isEditable);
        box->addItems(widget.choices);
        const int at = box->findText(value);
        box->setCurrentIndex(at);
        if (widget.isEditable) {
            box->setEditText(value);
        }
        return box;
    }
    if (widget.isMultiline) {
        auto *text = new QPlainTextEdit(parent);
        text->setPlainText(value);
        text->setTabChangesFocus(true);
        return text;
    }
    auto *line = new QLineEdit(parent);
    if (widget.maxLength) {
        line->setMaxLength(*widget.maxLength);
    }
    line->setText(value);
    line->selectAll();
    return line;
}

QFont fontFor(const QRectF &at, bool isMultiline, double scale)
{
    QFont font;
    const double height
        = isMultiline ? MaxFontPt * scale : std::min(at.height() * 0.68, MaxFontPt * scale);
    font.setPixelSize(std::max(6, qRound(height)));
    return font;
}

} // namespace

FormOverlay::FormOverlay(const Theme &theme, PageView &view)
    : QObject(&view)
    , m_theme(theme)
    , m_view(view)
{
    connect(&m_view, &PageView::detailsChanged, this, [this](int page) {
        if (m_waiting && m_waiting->first == page) {
            const int direction = std::exchange(m_waiting, std::nullopt)->second;
            enter(page, direction > 0 ? 0 : fillableOn(page).size() - 1);
        }
    });
}

void FormOverlay::setEnabled(bool isEnabled)
{
    m_isEnabled = isEnabled;
}

QList<pdf::FieldValue> FormOverlay::values() const
{
    QList<pdf::FieldValue> out;
    QStringList names = m_values.keys();
    names.sort();
    for (const QString &name : names) {
        out.append({ name, m_values.value(name) });
    }
    return out;
}

void FormOverlay::discard()
{
    if (m_editor) {
        m_editor->deleteLater();
        m_editor.clear();
    }
    m_hasFocus = false;
    m_waiting.reset();
    m_values.clear();
    m_replaced.clear();
    m_view.viewport()->update();
    Q_EMIT changed();
}

void FormOverlay::setValue(const QString &name, const QString &value)
{
    const auto before = m_values.constFind(name);
    m_replaced.append(
        { name, before == m_values.constEnd() ? std::nullopt : std::optional(*before) });
    m_values.insert(name, value);
    m_view.viewport()->update();
    Q_EMIT changed();
}

bool FormOverlay::undo()
{
    commit();
    if (m_replaced.isEmpty()) {
        return false;
    }
    const auto [name, before] = m_replaced.takeLast();
    if (before) {
        m_values.insert(name, *before);
    } else {
        m_values.remove(name);
    }
    m_view.viewport()->update();
    Q_EMIT changed();
    return true;
}

QString FormOverlay::shownValue(const FormWidget &widget) const
{
    const QString value = m_values.value(widget.name, widget.value);
    const qsizetype at = widget.exportValues.indexOf(value);
    return widget.kind == FieldKind::Choice && at >= 0 ? widget.choices.value(at, value) : value;
}

const FormWidget *FormOverlay::widgetAt(int page, const QPointF &point) const
{
    const auto details = m_view.details().constFind(page);
    if (!m_isEnabled || details == m_view.details().constEnd()) {
        return nullptr;
    }
    for (const FormWidget &widget : details->widgets) {
        if (isFillable(widget) && widget.areaPt.contains(point)) {
            return &widget;
        }
    }
    return nullptr;
}

void FormOverlay::commit()
{
    if (!m_editor) {
        return;
    }
    QWidget *editor = m_editor;
    m_editor.clear();
    const QString typed = textOf(editor);
    editor->deleteLater();
    if (typed != shownValue(m_edited)) {
        setValue(m_edited.name, typed);
    }
}

void FormOverlay::activate(int page, const FormWidget &widget)
{
    commit();
    if (widget.kind == FieldKind::CheckBox) {
        const QString on = widget.value.isEmpty() ? u"on"_s : widget.value;
        const bool wasOn
            = m_values.contains(widget.name) ? m_values.value(widget.name) == on : widget.isChecked;
        setValue(widget.name, wasOn ? u"off"_s : on);
    } else if (widget.kind == FieldKind::RadioButton) {
        setValue(widget.name, widget.value);
    } else {
        openEditor(page, widget);
    }
}

void FormOverlay::openEditor(int page, const FormWidget &widget)
{
    m_editorPage = page;
    m_edited = widget;
    m_editor = makeEditor(widget, shownValue(widget), m_view.viewport());
    m_editor->setObjectName(u"fieldEditor"_s);
    m_editor->setAccessibleName(widget.name);
    m_editor->setProperty("role", u"onPage"_s);
    m_editor->installEventFilter(this);
    placeEditor();
    m_editor->show();
    m_editor->setFocus();
}

void FormOverlay::placeEditor()
{
    if (m_editor) {
        const PageTransform transform = m_view.transformOf(m_editorPage);
        const QRectF at = transform.toView(m_edited.areaPt);
        m_editor->setFont(fontFor(at, m_edited.isMultiline, transform.scale));
        m_editor->setGeometry(at.toAlignedRect());
    }
}

bool FormOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor) {
        return false;
    }
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            commit();
        }
        return false;
    }
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        step(key == Qt::Key_Tab ? 1 : -1);
        return true;
    }
    const bool endsLine = (key == Qt::Key_Return || key == Qt::Key_Enter) && !m_edited.isMultiline;
    if (endsLine) {
        commit();
        m_view.setFocus();
        return true;
    }
    if (key == Qt::Key_Escape) {
        QWidget *editor = m_editor;
        m_editor.clear();
        editor->deleteLater();
        m_view.setFocus();
        return true;
    }
    return false;
}

QList<FormWidget> FormOverlay::fillableOn(int page) const
{
    QList<FormWidget> widgets = m_view.details().value(page).widgets;
    widgets.removeIf([](const FormWidget &widget) { return !isFillable(widget); });
    return widgets;
}

void FormOverlay::leave()
{
    m_hasFocus = false;
    m_view.setFocus();
    m_view.viewport()->update();
}

/// Opens the editor of a field, or gives the focus to a button.
void FormOverlay::enter(int page, qsizetype index)
{
    const QList<FormWidget> widgets = fillableOn(page);
    if (!m_isEnabled || index < 0 || index >= widgets.size()) {
        leave();
        return;
    }
    const FormWidget &widget = widgets.at(index);
    m_view.goTo(page, widget.areaPt);
    if (!isButton(widget)) {
        m_hasFocus = false;
        openEditor(page, widget);
        return;
    }
    m_editorPage = page;
    m_edited = widget;
    m_hasFocus = true;
    m_view.setFocus();
    m_view.viewport()->update();
}

void FormOverlay::step(int direction)
{
    const bool isInside = m_editor || m_hasFocus;
    const int page = isInside ? m_editorPage : m_view.currentPage();
    commit();
    const QList<FormWidget> widgets = fillableOn(page);
    qsizetype at = direction > 0 ? -1 : widgets.size();
    for (qsizetype i = 0; isInside && i < widgets.size(); ++i) {
        const FormWidget &widget = widgets.at(i);
        at = widget.name == m_edited.name && widget.areaPt == m_edited.areaPt ? i : at;
    }
    const qsizetype next = at + direction;
    const int otherPage = page + direction;
    if (next >= 0 && next < widgets.size()) {
        enter(page, next);
    } else if (!isInside || otherPage < 0 || otherPage >= m_view.pageCount()) {
        leave();
    } else if (m_view.details().contains(otherPage)) {
        enter(otherPage, direction > 0 ? 0 : fillableOn(otherPage).size() - 1);
    } else {
        leave();
        m_waiting = { otherPage, direction };
        m_view.goTo(otherPage); // its fields come with it
    }
}

void FormOverlay::paintFocus(QPainter &painter, int page, const PageTransform &transform) const
{
    if (m_hasFocus && page == m_editorPage) {
        painter.setPen(QPen(QColor(0x1F, 0x5F, 0xBF), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(transform.toView(m_edited.areaPt).adjusted(-2, -2, 2, 2));
    }
}

void FormOverlay::paint(QPainter &painter, int page, const PageTransform &transform)
{
    if (!m_isEnabled) {
        return;
    }
    const QColor tint(0x1F, 0x5F, 0xBF, 26); // on paper, the same in both schemes
    for (const FormWidget &widget : m_view.details().value(page).widgets) {
        if (!isFillable(widget)) {
            continue;
        }
        const QRectF at = transform.toView(widget.areaPt);
        const auto value = m_values.constFind(widget.name);
        if (value == m_values.constEnd()) {
            painter.fillRect(at, tint);
            continue;
        }
        painter.fillRect(at, QColor(0xEA, 0xF1, 0xFB));
        painter.setPen(QPen(QColor(0x1F, 0x5F, 0xBF), 1));
        painter.drawRect(at);
        painter.setPen(Qt::black);
        if (isButton(widget)) {
            const QString on = widget.value.isEmpty() ? u"on"_s : widget.value;
            if (*value == on) {
                const QPixmap check
                    = m_theme.pixmap(u"check"_s, Token::AccentFill, 24, m_view.devicePixelRatioF());
                const double side = std::min(at.width(), at.height());
                QRectF box(0, 0, side, side);
                box.moveCenter(at.center());
                painter.setRenderHint(QPainter::SmoothPixmapTransform);
                painter.drawPixmap(box, check, QRectF(check.rect()));
            }
            continue;
        }
        painter.setFont(fontFor(at, widget.isMultiline, transform.scale));
        const int flags = widget.isMultiline ? Qt::AlignTop | Qt::TextWordWrap : Qt::AlignVCenter;
        painter.drawText(at.adjusted(2, 0, -2, 0), flags, shownValue(widget));
    }
    paintFocus(painter, page, transform);
}

bool FormOverlay::press(int page, const QPointF &point)
{
    m_hasFocus = false;
    m_waiting.reset();
    const FormWidget *widget = widgetAt(page, point);
    if (!widget) {
        commit();
        return false;
    }
    activate(page, FormWidget(*widget));
    return true;
}

bool FormOverlay::move(int, const QPointF &)
{
    return false;
}

bool FormOverlay::release()
{
    return false;
}

bool FormOverlay::key(QKeyEvent &event)
{
    if (!m_isEnabled) {
        return false;
    }
    const bool isBack = event.key() == Qt::Key_Backtab;
    if ((event.key() == Qt::Key_Tab && !event.modifiers()) || (isBack && m_hasFocus)) {
        step(isBack ? -1 : 1);
        return m_editor || m_hasFocus || m_waiting;
    }
    if (!m_hasFocus) {
        return false;
    }
    if (event.key() == Qt::Key_Space || event.key() == Qt::Key_Return) {
        activate(m_editorPage, FormWidget(m_edited));
        return true;
    }
    if (event.key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    return false;
}

std::optional<Qt::CursorShape> FormOverlay::cursorAt(int page, const QPointF &point) const
{
    const FormWidget *widget = widgetAt(page, point);
    if (!widget) {
        return std::nullopt;
    }
    return widget->kind == FieldKind::Text ? Qt::IBeamCursor : Qt::PointingHandCursor;
}

void FormOverlay::moved()
{
    placeEditor();
}

} // namespace andu::ui

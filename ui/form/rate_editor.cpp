// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/rate_editor.h"

#include "core/base/literals.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace andu::ui {

namespace {

constexpr double StarSide = 22;
constexpr int MostStars = 20;

QPainterPath star(const QRectF &box)
{
    static constexpr int Points = 5;
    static constexpr double Inner = 0.42; ///< Of the outer radius.
    QPainterPath path;
    for (int at = 0; at < 2 * Points; ++at) {
        const double angle = std::numbers::pi * (at / double(Points) - 0.5);
        const double radius = box.width() / 2 * (at % 2 == 0 ? 1 : Inner);
        const QPointF point
            = box.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle));
        at == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

} // namespace

bool isRate(const forms::Module &module)
{
    return module.type.contains("rate"_L1, Qt::CaseInsensitive);
}

RateBar::RateBar(const FormLook &look, int stars, double step, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_stars(std::clamp(stars, 1, MostStars))
    , m_step(step)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

int RateBar::side() const
{
    return m_look.px(StarSide);
}

QSize RateBar::sizeHint() const
{
    return { m_stars * side() + m_look.px(4), side() + m_look.px(6) };
}

void RateBar::setValue(double value)
{
    m_value = std::clamp(value, 0.0, double(m_stars));
    setAccessibleDescription(forms::scriptNumber(m_value));
    update();
}

void RateBar::choose(double value)
{
    setValue(value);
    Q_EMIT chosen(m_value);
}

void RateBar::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const int digit = key - Qt::Key_0;
    if (key == Qt::Key_Right || key == Qt::Key_Up) {
        choose(m_value + m_step);
    } else if (key == Qt::Key_Left || key == Qt::Key_Down) {
        choose(m_value - m_step);
    } else if (key == Qt::Key_Home || key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        choose(0);
    } else if (key == Qt::Key_End) {
        choose(m_stars);
    } else if (digit >= 0 && digit <= 9 && event->modifiers() == Qt::NoModifier) {
        choose(digit);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RateBar::mouseReleaseEvent(QMouseEvent *event)
{
    const double at = (event->position().x() - m_look.px(2)) / side();
    const double wanted = std::ceil(at / m_step) * m_step;
    choose(qFuzzyCompare(wanted, m_value) ? 0 : wanted);
}

void RateBar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void RateBar::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void RateBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor full = m_look.colour(Token::Warn);
    for (int at = 0; at < m_stars; ++at) {
        const QRectF box(m_look.px(2) + at * side() + 2, m_look.px(3) + 2, side() - 4, side() - 4);
        const QPainterPath path = star(box);
        const double share = std::clamp(m_value - at, 0.0, 1.0);
        painter.setPen(QPen(share > 0 ? full : m_look.colour(Token::Line2), 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        if (share > 0) { // state is not by colour alone: empty stars are outlines
            painter.save();
            painter.setClipRect(QRectF(box.x(), box.y(), box.width() * share, box.height()));
            painter.fillPath(path, full);
            painter.restore();
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_look.colour(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

RateEditor::RateEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_bar(new RateBar(look(),
                        int(forms::numberIn(module().json.value("max"_L1)).value_or(5)),
                        forms::isYes(module().json.value("allowHalf"_L1)) ? 0.5 : 1))
    , m_word(new QLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(look().px(8));
    row->addWidget(m_bar);
    m_word->setTextFormat(Qt::PlainText);
    row->addWidget(m_word, 1);
    setInput(m_bar);
    connect(m_bar, &RateBar::chosen, this, [this] {
        m_isChanged = true;
        showWord();
        noteTyping();
    });
    showValue();
}

/// The form's own word for so many stars, else the number.
void RateEditor::showWord()
{
    const QStringList words = forms::textsIn(module().json.value("texts"_L1));
    const int place = int(std::ceil(m_bar->value())) - 1;
    const QString number = m_bar->value() > 0 ? forms::scriptNumber(m_bar->value()) : QString();
    m_word->setText(words.value(place, number));
}

void RateEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    m_bar->setValue(forms::numberIn(stored()).value_or(0));
    showWord();
    m_isChanged = false;
}

void RateEditor::commit()
{
    if (m_isChanged) {
        m_isChanged = false;
        write(m_bar->value());
    }
}

} // namespace andu::ui

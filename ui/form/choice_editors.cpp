// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/choice_editors.h"

#include "core/base/literals.h"
#include "ui/widgets/flow_layout.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace andu::ui {

using forms::ModuleKind;

namespace {

QHBoxLayout *rowIn(QWidget *owner)
{
    auto *layout = new QHBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

/// Words of an option on a button: never a shortcut by accident.
QString buttonText(QString text)
{
    return text.left(200).replace(u'&', u"&&"_s);
}

} // namespace

SelectEditor::SelectEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_box(new QComboBox)
{
    rowIn(this)->addWidget(m_box);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(6);
    m_box->setFixedHeight(std::max(look().px(32), fontMetrics().lineSpacing() + look().px(8)));
    const bool isFree = forms::isYes(module().json.value("allowCreate"_L1))
        || forms::isYes(module().json.value("allowInput"_L1));
    m_box->setEditable(isFree);
    setInput(m_box);
    showOptions();
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        write(m_box->itemData(index).toString());
    });
    if (isFree) {
        watch(m_box->lineEdit());
        connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] {
            const int index = m_box->findText(m_box->currentText());
            write(index < 0 ? m_box->currentText() : m_box->itemData(index).toString());
        });
    }
}

void SelectEditor::showOptions()
{
    const QList<forms::Option> options = state().options;
    if (m_box->count() > 0 && options == m_options) {
        showValue();
        return;
    }
    m_options = options;
    const QSignalBlocker blocker(m_box);
    m_box->clear();
    if (module().info.family != forms::Family::Classic) {
        m_box->addItem(QString(), QString());
    }
    for (const forms::Option &option : std::as_const(m_options)) {
        m_box->addItem(option.text, option.value);
    }
    showValue();
}

void SelectEditor::showValue()
{
    const QSignalBlocker blocker(m_box);
    const QString value = forms::textsIn(collected()).join(u',');
    int index = m_box->findData(value);
    if (index < 0 && !value.isEmpty()) {
        m_box->addItem(value, value); // stored, but not in the list: kept
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

/// The wheel scrolls the form, it never changes a value by accident.
bool SelectEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_box && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

ButtonsEditor::ButtonsEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_flow(new FlowLayout(look().px(12), look().px(6)))
    , m_isMulti(module().is(ModuleKind::Checkbox) || module().is(ModuleKind::Select))
{
    setLayout(m_flow);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(u"field:"_s + runtimeId());
    setAccessibleName(module().label.isEmpty() ? id : module().label);
    showOptions();
}

void ButtonsEditor::showOptions()
{
    QList<forms::Option> options = state().options;
    if (options.isEmpty()) { // a list that needs the server: what is stored is the only choice
        for (const QString &value : forms::textsIn(stored())) {
            options.append(forms::Option{ value, value });
        }
    }
    if (!m_buttons.isEmpty() && options == m_options) {
        showValue();
        return;
    }
    m_options = options;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const forms::Option &option : std::as_const(m_options)) {
        const QString text = buttonText(option.text);
        QAbstractButton *button = m_isMulti
            ? static_cast<QAbstractButton *>(new QCheckBox(text))
            : static_cast<QAbstractButton *>(new QRadioButton(text));
        button->setProperty("value", option.value);
        button->setObjectName(u"field:"_s + runtimeId() + u'/' + option.value);
        button->setAccessibleName(module().label + u' ' + option.text);
        m_flow->addWidget(button);
        m_buttons.append(button);
        watch(button);
        connect(button, &QAbstractButton::clicked, this, &ButtonsEditor::collect);
    }
    updateGeometry();
    showValue();
}

/// Tab enters a group at what is chosen; the arrow keys move inside it.
void ButtonsEditor::placeFocus()
{
    QAbstractButton *entry = m_buttons.value(0);
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        if (!m_isMulti && button->isChecked()) {
            entry = button;
        }
    }
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        const bool isEntry = m_isMulti || button == entry;
        button->setFocusPolicy(isEntry ? Qt::StrongFocus : Qt::ClickFocus);
    }
    setFocusProxy(entry);
}

void ButtonsEditor::showValue()
{
    const QStringList chosen = forms::textsIn(collected());
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        const QSignalBlocker blocker(button);
        button->setAutoExclusive(false);
        button->setChecked(chosen.contains(button->property("value").toString()));
        button->setAutoExclusive(!m_isMulti);
    }
    placeFocus();
}

void ButtonsEditor::setInvalid(bool isInvalid)
{
    m_isInvalid = isInvalid;
    update();
}

void ButtonsEditor::paintEvent(QPaintEvent *)
{
    if (m_isInvalid) {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme().colour(Token::Danger));
    }
}

void ButtonsEditor::collect()
{
    QJsonArray chosen;
    for (const QAbstractButton *button : std::as_const(m_buttons)) {
        if (button->isChecked()) {
            chosen.append(button->property("value").toString());
        }
    }
    write(m_isMulti ? QJsonValue(chosen) : chosen.first());
}

SwitchEditor::SwitchEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_box(new QCheckBox)
{
    QHBoxLayout *row = rowIn(this);
    row->addWidget(m_box);
    row->addStretch();
    setInput(m_box);
    showValue();
    connect(m_box, &QCheckBox::clicked, this, [this](bool isOn) {
        const QJsonValue value = module().json.value(isOn ? "activeValue"_L1 : "inactiveValue"_L1);
        write(value.isUndefined() ? QJsonValue(isOn) : value);
        showValue();
    });
}

void SwitchEditor::showValue()
{
    const QJsonValue active = module().json.value("activeValue"_L1);
    const QJsonValue value = stored();
    const bool isOn = active.isUndefined() ? value.toBool() : value == active;
    const QSignalBlocker blocker(m_box);
    m_box->setChecked(isOn);
    m_box->setText(
        buttonText(module().json.value(isOn ? "activeText"_L1 : "inactiveText"_L1).toString()));
}

SliderEditor::SliderEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_text(new QLabel)
{
    static constexpr int MostSteps = 100000;
    const QJsonObject &json = module().json;
    m_least = forms::numberIn(json.value("min"_L1)).value_or(0);
    const double most = forms::numberIn(json.value("max"_L1)).value_or(100);
    m_step = std::max(forms::numberIn(json.value("step"_L1)).value_or(1), 1e-6);
    QHBoxLayout *row = rowIn(this);
    const bool isRange = forms::isYes(json.value("range"_L1));
    for (int part = 0; part < (isRange ? 2 : 1); ++part) {
        auto *slider = new QSlider(Qt::Horizontal);
        slider->setRange(
            0, int(std::clamp(std::floor((most - m_least) / m_step), 1.0, double(MostSteps))));
        slider->setPageStep(std::max(1, slider->maximum() / 10));
        slider->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(slider, 1);
        m_sliders.append(slider);
        connect(slider, &QSlider::valueChanged, this, [this] {
            m_isMoved = true;
            noteTyping();
            QStringList texts;
            for (const QSlider *each : std::as_const(m_sliders)) {
                texts.append(forms::scriptNumber(valueOf(each->value())));
            }
            m_text->setText(texts.join(u" – "_s));
        });
    }
    row->addWidget(m_text);
    m_text->setMinimumWidth(look().px(56));
    m_text->setTextFormat(Qt::PlainText);
    setInput(m_sliders.first());
    if (isRange) {
        watch(m_sliders.last());
        m_sliders.last()->setObjectName(u"field:"_s + runtimeId() + u"/to"_s);
    }
    showValue();
}

double SliderEditor::valueOf(int position) const
{
    // Steps like 0.1 add up to 0.30000000000000004; what people see is what is stored.
    return std::round((m_least + position * m_step) * 1e6) / 1e6;
}

void SliderEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    const QJsonValue held = stored();
    const QJsonArray parts = held.isArray() ? held.toArray() : QJsonArray{ held };
    QStringList texts;
    for (qsizetype part = 0; part < m_sliders.size(); ++part) {
        const QSignalBlocker blocker(m_sliders[part]);
        const auto value = forms::numberIn(parts.at(part));
        m_sliders[part]->setValue(int(std::lround((value.value_or(m_least) - m_least) / m_step)));
        texts.append(value ? forms::scriptNumber(*value) : u"–"_s);
    }
    m_text->setText(texts.join(u" – "_s));
    m_isMoved = false;
}

void SliderEditor::commit()
{
    if (!m_isMoved) {
        return;
    }
    m_isMoved = false;
    QJsonArray values;
    for (const QSlider *slider : std::as_const(m_sliders)) {
        values.append(valueOf(slider->value()));
    }
    if (values.size() == 2 && values[0].toDouble() > values[1].toDouble()) {
        values = QJsonArray{ values[1], values[0] };
    }
    write(m_sliders.size() == 1 ? values.first() : QJsonValue(values));
}

ColorEditor::ColorEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_line(new QLineEdit)
    , m_button(new QPushButton(tr("Choose")))
{
    QHBoxLayout *row = rowIn(this);
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    m_line->setPlaceholderText(u"#rrggbb"_s);
    setInput(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { noteTyping(); });
    connect(m_button, &QPushButton::clicked, this, &ColorEditor::choose);
    showValue();
}

void ColorEditor::showValue()
{
    if (isTyping()) {
        return;
    }
    m_line->setText(shown());
    m_line->setModified(false);
    const QColor colour(m_line->text());
    QPixmap swatch(look().px(16), look().px(16));
    swatch.fill(colour.isValid() ? colour : theme().colour(Token::Surface2));
    m_button->setIcon(swatch);
}

void ColorEditor::commit()
{
    if (m_line->isModified()) {
        m_line->setModified(false);
        write(m_line->text().trimmed());
    }
}

void ColorEditor::choose()
{
    auto *dialog = new QColorDialog(QColor(m_line->text()), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        write(colour.name());
        showValue();
    });
    dialog->open();
}

} // namespace andu::ui

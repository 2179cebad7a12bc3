// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/choice_editors.h"

#include "core/base/literals.h"
#include "ui/widgets/flow_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>

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

} // namespace

SelectEditor::SelectEditor(forms::FormSession &session, const QString &id)
    : FieldEditor(session, id)
    , m_box(new QComboBox)
{
    rowIn(this)->addWidget(m_box);
    setInput(m_box);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->installEventFilter(this);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    const bool isFree = forms::isYes(module().json.value("allowCreate"_L1))
        || forms::isYes(module().json.value("allowInput"_L1));
    m_box->setEditable(isFree);
    showOptions();
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        write(m_box->itemData(index).toString());
    });
    if (isFree) {
        connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] {
            const int index = m_box->findText(m_box->currentText());
            write(index < 0 ? m_box->currentText() : m_box->itemData(index).toString());
        });
    }
}

void SelectEditor::showOptions()
{
    const QSignalBlocker blocker(m_box);
    m_box->clear();
    const QList<forms::Option> options = session().state(id()).options;
    const bool needsEmpty = module().info.family != forms::Family::Classic;
    if (needsEmpty) {
        m_box->addItem(QString(), QString());
    }
    for (const forms::Option &option : options) {
        m_box->addItem(option.text, option.value);
    }
    showValue();
}

void SelectEditor::showValue()
{
    const QSignalBlocker blocker(m_box);
    const QString value = forms::textsIn(session().collected(id())).join(u',');
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

ButtonsEditor::ButtonsEditor(forms::FormSession &session, const QString &id)
    : FieldEditor(session, id)
    , m_flow(new FlowLayout(12, 6))
    , m_isMulti(module().is(ModuleKind::Checkbox) || module().is(ModuleKind::Select))
{
    setLayout(m_flow);
    showOptions();
}

void ButtonsEditor::showOptions()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    const QList<forms::Option> options = session().state(id()).options;
    for (const forms::Option &option : options) {
        QAbstractButton *button = m_isMulti
            ? static_cast<QAbstractButton *>(new QCheckBox(option.text))
            : static_cast<QAbstractButton *>(new QRadioButton(option.text));
        button->setProperty("value", option.value);
        button->setObjectName(id() + u'/' + option.value);
        m_flow->addWidget(button);
        m_buttons.append(button);
        connect(button, &QAbstractButton::clicked, this, &ButtonsEditor::collect);
    }
    if (!m_buttons.isEmpty()) {
        setInput(m_buttons.first());
    }
    showValue();
}

void ButtonsEditor::showValue()
{
    const QStringList chosen = forms::textsIn(session().collected(id()));
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        const QSignalBlocker blocker(button);
        button->setAutoExclusive(false);
        button->setChecked(chosen.contains(button->property("value").toString()));
        button->setAutoExclusive(!m_isMulti);
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

SwitchEditor::SwitchEditor(forms::FormSession &session, const QString &id)
    : FieldEditor(session, id)
    , m_box(new QCheckBox)
{
    rowIn(this)->addWidget(m_box);
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
    const QJsonValue value = session().value(id());
    const bool isOn = active.isUndefined() ? value.toBool() : value == active;
    const QSignalBlocker blocker(m_box);
    m_box->setChecked(isOn);
    m_box->setText(module().json.value(isOn ? "activeText"_L1 : "inactiveText"_L1).toString());
}

SliderEditor::SliderEditor(forms::FormSession &session, const QString &id)
    : FieldEditor(session, id)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_text(new QLabel)
{
    QHBoxLayout *row = rowIn(this);
    row->addWidget(m_slider, 1);
    row->addWidget(m_text);
    m_text->setMinimumWidth(48);
    setInput(m_slider);
    const QJsonObject &json = module().json;
    m_slider->setRange(json.value("min"_L1).toInt(0), json.value("max"_L1).toInt(100));
    m_slider->setSingleStep(std::max(1, json.value("step"_L1).toInt(1)));
    m_slider->setPageStep(m_slider->singleStep());
    showValue();
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        const int step = m_slider->singleStep();
        write((value + step / 2) / step * step);
        showValue();
    });
}

void SliderEditor::showValue()
{
    const QSignalBlocker blocker(m_slider);
    const int value = int(forms::numberIn(session().value(id())).value_or(0));
    m_slider->setValue(value);
    const QStringList texts = forms::textsIn(module().json.value("texts"_L1));
    m_text->setText(texts.value(value - 1, QString::number(value)));
}

} // namespace andu::ui

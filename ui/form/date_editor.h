// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/date_popup.h"
#include "ui/form/field_editor.h"

class QLineEdit;

namespace andu::ui {

/// A date or time typed freely or chosen from a calendar; empty is a value. Two lines for a range.
class DateEditor final : public FieldEditor
{
    Q_OBJECT

public:
    DateEditor(const FormContext &context, const QString &id);
    void showValue() override;
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openPopup(int part);
    void writeParts();
    void step(int part, int days);
    void accept(int part, const QString &text);

    QList<QLineEdit *> m_parts; ///< One, or from and to.
    DateShape m_shape;
    bool m_isMany = false; ///< Several dates in one line.
};

/// MooTools or YYYY pattern of a calendar as a Qt format; made up from its kind when there is none.
[[nodiscard]] QString dateFormat(const forms::Module &module);
/// What a calendar module asks for.
[[nodiscard]] DateShape dateShape(const forms::Module &module);
/// A date typed in a hurry ("20260115", "2026/1/5 9.30", "2026年1月5日") in the field's format;
/// nothing when it is no date.
[[nodiscard]] std::optional<QString> typedDate(const QString &text, const DateShape &shape);

} // namespace andu::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/form_host.h"
#include "ui/form/paper_part.h"

#include <QWidget>

namespace andu::ui {

/// Stands for a module that only the browser can show: says what it is and offers to open it.
class Placeholder final : public QWidget, public PaperPart
{
    Q_OBJECT

public:
    Placeholder(const FormContext &context, const forms::Module &module);
    void paintPart(QPainter &painter, const QRect &dirty) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFile(const FormContext &context, const Attachment &file) const;

    FormLook m_look;
};

/// What a module type is called in plain words.
[[nodiscard]] QString moduleTypeText(const forms::Module &module);

/// A picture that the form carries inside itself; anything else is a placeholder.
[[nodiscard]] QWidget *makePicture(const FormContext &context, const forms::Module &module);

} // namespace andu::ui

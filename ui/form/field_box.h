// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_editor.h"
#include "ui/form/paper_part.h"

namespace andu::ui {

/// How the text of a field that is only read stands at its place.
struct FieldPlace
{
    int inset = 0; ///< Text begins where the text of an input beside it does.
    Qt::Alignment align = Qt::AlignLeft;
};

/// One module on the page: its label (newer forms), its editor or its text, and the message of a
/// rule below it.
///
/// Until somebody looks at it a box only paints what it will look like; the editor is made when
/// the box comes into view, gets the focus or the program is idle. A form of 200 fields opens as
/// fast as one of 20.
class FieldBox final : public QWidget, public PaperPart
{
    Q_OBJECT

public:
    FieldBox(const FormContext &context, const forms::Module &module, FieldPlace place = {});

    [[nodiscard]] const forms::Module &module() const { return m_module; }
    [[nodiscard]] FieldEditor *editor() const { return m_editor; }
    /// What a reader sees, and the label that is drawn above it.
    [[nodiscard]] QString shownText() const { return plainText(); }
    [[nodiscard]] QString ownLabel() const;
    [[nodiscard]] bool isMade() const { return m_isMade; }
    /// "native", "text", "placeholder": how the module is drawn, for people who check forms.
    [[nodiscard]] QString drawnHow() const;
    void make();
    void showValue();
    void showState();
    void commit();
    /// False when there is nothing to type into.
    bool focusField();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    void paintPart(QPainter &painter, const QRect &dirty) const override;
    [[nodiscard]] QList<int> lineEdges() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    enum class Shape { Input, Area, Text, Block };

    void rebuild();
    [[nodiscard]] Shape shape() const;
    [[nodiscard]] QWidget *makeReader();
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] const QFont &textFont() const { return m_style.font; }
    [[nodiscard]] int labelHeight() const;
    [[nodiscard]] int markHeight(int width) const;
    [[nodiscard]] int contentInset() const;
    [[nodiscard]] int contentHeight(int whole) const;
    void place();

    FormContext m_context;
    forms::Module m_module;
    FieldPlace m_place;
    InputStyle m_style;
    QWidget *m_content = nullptr; ///< Editor or reader; null while the box paints itself.
    FieldEditor *m_editor = nullptr;
    QString m_mark;
    bool m_isReadonly = false;
    bool m_isMade = false;
    bool m_isOnlyText = false; ///< Made, and painted by the box.
};

} // namespace andu::ui

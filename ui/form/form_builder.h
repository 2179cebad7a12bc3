// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/form/field_box.h"

#include <QCoreApplication>
#include <QFrame>
#include <QHash>

class QBoxLayout;
class QGridLayout;
class QLabel;

namespace andu::ui {

/// Walks the layout tree of a form once and makes its widgets.
class FormBuilder
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::FormBuilder)

public:
    FormBuilder(forms::FormSession &session, const Theme &theme);

    [[nodiscard]] QWidget *build();
    [[nodiscard]] const QHash<QString, FieldBox *> &boxes() const { return m_boxes; }
    [[nodiscard]] const QHash<QString, QWidget *> &parts() const { return m_parts; }

private:
    using Node = forms::LayoutNode;

    /// Text style that is handed down to what is inside.
    struct Inherited
    {
        QString colour;
        std::optional<double> fontPx;
        bool isBold = false;
        forms::TextAlign align = forms::TextAlign::Inherit;
    };

    [[nodiscard]] static Inherited inherit(const Inherited &outer, const forms::Style &style);
    void fill(QBoxLayout *layout, const std::vector<Node> &nodes, const Inherited &outer);
    [[nodiscard]] QWidget *make(const Node &node, const Inherited &outer);
    [[nodiscard]] QWidget *makeModule(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeBlock(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeFlex(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeTable(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeCell(const Node &node, const Inherited &style, bool isTitle);
    [[nodiscard]] QWidget *makeTabs(const Node &node, const Inherited &style);
    [[nodiscard]] QWidget *makeLog(const forms::Module &module);
    [[nodiscard]] QLabel *makeText(const QString &text, const Inherited &style) const;
    [[nodiscard]] bool hasField(const Node &node) const;
    [[nodiscard]] bool isEmpty(const Node &node) const;
    void rememberPart(const QString &id, QWidget *part);

    forms::FormSession &m_session;
    const Theme &m_theme;
    QHash<QString, FieldBox *> m_boxes;
    QHash<QString, QWidget *> m_parts;
};

} // namespace andu::ui

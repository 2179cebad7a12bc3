// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace andu::forms {

/// What a module is for us; several O2OA types share one kind.
enum class ModuleKind {
    Text,
    TextArea,
    Number,
    Calendar,
    Select,
    Radio,
    Checkbox,
    Combox,
    Org,
    Address,
    Datagrid, ///< Rows {"<title id>":{"<field id>":value}}.
    Datatable, ///< Rows {"<field id>":value}.
    Datatemplate, ///< Bare array of rows.
    Attachment,
    Opinion,
    RichText,
    DocumentEditor,
    Picture,
    Switch,
    Slider,
    Color,
    Cascader,
    Label,
    Button,
    Actionbar,
    Log,
    Html,
    Image,
    Monitor,
    List, ///< Remote or related lists.
    Subform,
    Container,
    Table,
    TableCell,
    Tab,
    TabPage,
    TabContent,
    GridTitle,
    GridData,
    Remote, ///< Lives in the browser only.
    Unknown,
};

/// How well a module is shown: natively, simply, or as a placeholder.
enum class Tier { Native = 1, Simple = 2, Placeholder = 3 };

/// Generation of the module family; the rules for empty values differ.
enum class Family { Classic, Element, Oo };

/// What the type name of a module stands for.
struct TypeInfo
{
    ModuleKind kind = ModuleKind::Unknown;
    Tier tier = Tier::Placeholder;
    Family family = Family::Classic;
    bool hasValue = false; ///< Has a key in the business data.
    bool isContainer = false; ///< Its HTML is ordinary flow.
};

/// Looked up without regard to letter case; unknown types are placeholders that keep their value.
[[nodiscard]] TypeInfo typeInfo(const QString &type);

/// Names of all types that are known, in lower case.
[[nodiscard]] QStringList knownTypes();

/// One module of a form: the truth of `moduleList[id]`.
struct Module
{
    QString id; ///< Data key, possibly a path "a..b".
    QString type; ///< As the form says it.
    TypeInfo info;
    QString label; ///< What a person calls it; plain text.
    QJsonObject json;
    QString grid; ///< Grid or template whose rows hold the value; empty for ordinary fields.
    QString column; ///< Title id of a Datagrid column.
    bool isNewer
        = false; ///< The form needs a client newer than 6.0.3: an empty number stays empty.

    [[nodiscard]] bool is(ModuleKind kind) const { return info.kind == kind; }
};

/// True when the value is an object with a part for each person, unit … (o2oa-forms 5.3).
[[nodiscard]] bool isSectioned(const Module &module);
/// Member as text, whatever scalar it is.
[[nodiscard]] QString scalarText(const QJsonObject &json, QLatin1StringView key);
/// Code of a script member `{code, html}` (or a bare text); empty when there is none.
[[nodiscard]] QString scriptOf(const QJsonObject &json, QLatin1StringView key);
/// Code of an event.
[[nodiscard]] QString eventScript(const QJsonObject &json, const QString &event);
/// True for true, "true", "yes" and "y".
[[nodiscard]] bool isYes(const QJsonValue &value);
/// Whole number of decimals of a number module; nothing for "*".
[[nodiscard]] std::optional<int> decimalsOf(const Module &module);

} // namespace andu::forms

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forms/module.h"

#include "core/base/literals.h"

#include <QHash>
#include <QSet>

namespace andu::forms {

namespace {

struct Row
{
    QLatin1StringView type; ///< Lower case.
    TypeInfo info;
};

constexpr TypeInfo field(ModuleKind kind, Tier tier = Tier::Native, Family family = Family::Classic)
{
    return { kind, tier, family, true, false };
}

constexpr TypeInfo shown(ModuleKind kind, Tier tier = Tier::Native)
{
    return { kind, tier, Family::Classic, false, false };
}

constexpr TypeInfo box(ModuleKind kind)
{
    return { kind, Tier::Native, Family::Classic, false, true };
}

constexpr TypeInfo element(ModuleKind kind, Tier tier = Tier::Native)
{
    return field(kind, tier, Family::Element);
}

constexpr TypeInfo oo(ModuleKind kind, Tier tier = Tier::Native)
{
    return field(kind, tier, Family::Oo);
}

using K = ModuleKind;

// o2oa-forms: 2.3 data modules, 2.8 modules without a value, 1.7 the v10 family.
constexpr Row Types[] = {
    { "textfield"_L1, field(K::Text) },
    { "textarea"_L1, field(K::TextArea) },
    { "number"_L1, field(K::Number) },
    { "currency"_L1, field(K::Number) },
    { "calendar"_L1, field(K::Calendar) },
    { "select"_L1, field(K::Select) },
    { "radio"_L1, field(K::Radio) },
    { "checkbox"_L1, field(K::Checkbox) },
    { "combox"_L1, field(K::Combox) },
    { "address"_L1, field(K::Address, Tier::Simple) },
    { "org"_L1, field(K::Org) },
    { "personfield"_L1, field(K::Org) },
    { "orgfield"_L1, field(K::Org) },
    { "reader"_L1, field(K::Org) },
    { "author"_L1, field(K::Org) },
    { "readerfield"_L1, field(K::Org) },
    { "authorfield"_L1, field(K::Org) },
    { "datagrid"_L1, field(K::Datagrid) },
    { "datatable"_L1, field(K::Datatable) },
    { "datatemplate"_L1, field(K::Datatemplate) },
    { "attachment"_L1, field(K::Attachment) },
    { "attachmentdg"_L1, field(K::Attachment) },
    { "opinion"_L1, field(K::Opinion) },
    { "htmleditor"_L1, field(K::RichText, Tier::Simple) },
    { "tinymceeditor"_L1, field(K::RichText, Tier::Simple) },
    { "documenteditor"_L1, field(K::DocumentEditor, Tier::Simple) },
    { "imageclipper"_L1, field(K::Picture, Tier::Simple) },
    { "writingboard"_L1, field(K::Picture, Tier::Simple) },
    { "security"_L1, field(K::Number, Tier::Simple) },
    { "codeeditor"_L1, field(K::TextArea, Tier::Simple) },
    { "elinput"_L1, element(K::Text) },
    { "elautocomplete"_L1, element(K::Text) },
    { "elnumber"_L1, element(K::Number) },
    { "elselect"_L1, element(K::Select) },
    { "elradio"_L1, element(K::Radio) },
    { "elcheckbox"_L1, element(K::Checkbox) },
    { "elswitch"_L1, element(K::Switch) },
    { "elslider"_L1, element(K::Slider) },
    { "elrate"_L1, element(K::Slider) },
    { "elcolorpicker"_L1, element(K::Color, Tier::Simple) },
    { "eldate"_L1, element(K::Calendar) },
    { "eldatetime"_L1, element(K::Calendar) },
    { "eltime"_L1, element(K::Calendar) },
    { "elcascader"_L1, element(K::Cascader, Tier::Simple) },
    { "ooinput"_L1, oo(K::Text) },
    { "ootextarea"_L1, oo(K::TextArea) },
    { "ooselect"_L1, oo(K::Select) },
    { "ooradiogroup"_L1, oo(K::Radio) },
    { "oocheckgroup"_L1, oo(K::Checkbox) },
    { "oocurrency"_L1, oo(K::Number) },
    { "oodatetime"_L1, oo(K::Calendar) },
    { "ooaddress"_L1, oo(K::Address, Tier::Simple) },
    { "ooorg"_L1, oo(K::Org) },
    { "oofiles"_L1, oo(K::Attachment) },
    { "oocascade"_L1, oo(K::Cascader, Tier::Simple) },
    { "form"_L1, box(K::Container) },
    { "div"_L1, box(K::Container) },
    { "sidebar"_L1, box(K::Container) },
    { "common"_L1, { K::Html, Tier::Simple, Family::Classic, false, true } },
    { "html"_L1, { K::Html, Tier::Simple, Family::Classic, false, true } },
    { "table"_L1, box(K::Table) },
    { "table$td"_L1, box(K::TableCell) },
    { "tab"_L1, box(K::Tab) },
    { "tab$page"_L1, box(K::TabPage) },
    { "tab$content"_L1, box(K::TabContent) },
    { "datagrid$title"_L1, shown(K::GridTitle) },
    { "datagrid$data"_L1, shown(K::GridData) },
    { "datatable$title"_L1, shown(K::GridTitle) },
    { "datatable$data"_L1, shown(K::GridData) },
    { "label"_L1, shown(K::Label) },
    { "button"_L1, shown(K::Button) },
    { "oobutton"_L1, shown(K::Button, Tier::Simple) },
    { "elbutton"_L1, shown(K::Button, Tier::Simple) },
    { "actionbar"_L1, shown(K::Actionbar) },
    { "log"_L1, shown(K::Log) },
    { "oolog"_L1, shown(K::Log, Tier::Simple) },
    { "subform"_L1, box(K::Subform) },
    { "image"_L1, shown(K::Image, Tier::Simple) },
    { "monitor"_L1, shown(K::Monitor, Tier::Simple) },
    { "readlog"_L1, shown(K::List, Tier::Simple) },
    { "associateddocument"_L1, shown(K::List, Tier::Simple) },
    { "relatedlink"_L1, shown(K::List, Tier::Simple) },
    { "view"_L1, shown(K::List, Tier::Simple) },
    { "viewselector"_L1, shown(K::Button, Tier::Simple) },
    { "statement"_L1, shown(K::List, Tier::Simple) },
    { "statementselector"_L1, shown(K::Button, Tier::Simple) },
    { "elicon"_L1, shown(K::Html, Tier::Simple) },
    { "eldropdown"_L1, shown(K::Button, Tier::Simple) },
    { "elcommon"_L1, shown(K::Html, Tier::Simple) },
    { "elcontainer"_L1, { K::Container, Tier::Simple, Family::Element, false, true } },
    { "eltree"_L1, shown(K::List, Tier::Simple) },
    { "elcarousel"_L1, shown(K::List, Tier::Simple) },
    { "oopagination"_L1, shown(K::List, Tier::Simple) },
    { "pdfview"_L1, shown(K::Remote, Tier::Simple) },
    { "ofdview"_L1, shown(K::Remote, Tier::Simple) },
    { "foxit"_L1, shown(K::Remote, Tier::Simple) },
    { "stat"_L1, shown(K::Remote, Tier::Placeholder) },
    { "tree"_L1, shown(K::Remote, Tier::Placeholder) },
    { "source"_L1, shown(K::Remote, Tier::Placeholder) },
    { "subsource"_L1, shown(K::Remote, Tier::Placeholder) },
    { "sourcetext"_L1, shown(K::Remote, Tier::Placeholder) },
    { "importer"_L1, shown(K::Remote, Tier::Placeholder) },
    { "subpage"_L1, shown(K::Remote, Tier::Placeholder) },
    { "widget"_L1, shown(K::Remote, Tier::Placeholder) },
    { "iframe"_L1, shown(K::Remote, Tier::Placeholder) },
    { "smartbi"_L1, shown(K::Remote, Tier::Placeholder) },
    { "office"_L1, shown(K::Remote, Tier::Placeholder) },
    { "iweboffice"_L1, shown(K::Remote, Tier::Placeholder) },
    { "wpsoffice"_L1, shown(K::Remote, Tier::Placeholder) },
    { "wpsoffice2"_L1, shown(K::Remote, Tier::Placeholder) },
    { "yozooffice"_L1, shown(K::Remote, Tier::Placeholder) },
    { "onlyoffice"_L1, shown(K::Remote, Tier::Placeholder) },
    { "libreoffice"_L1, shown(K::Remote, Tier::Placeholder) },
    { "officeonline"_L1, shown(K::Remote, Tier::Placeholder) },
};

QHash<QString, TypeInfo> typeTable()
{
    QHash<QString, TypeInfo> table;
    for (const Row &row : Types) {
        table.insert(row.type, row.info);
    }
    return table;
}

} // namespace

TypeInfo typeInfo(const QString &type)
{
    static const QHash<QString, TypeInfo> table = typeTable();
    const TypeInfo unknown{ ModuleKind::Unknown, Tier::Placeholder, Family::Classic, true, false };
    return table.value(type.toLower(), unknown);
}

QStringList knownTypes()
{
    QStringList types;
    for (const Row &row : Types) {
        types.append(row.type);
    }
    return types;
}

bool isSectioned(const Module &module)
{
    static const QSet<QString> ways{
        u"person"_s, u"unit"_s, u"activity"_s, u"splitValue"_s, u"script"_s
    };
    return module.is(ModuleKind::Opinion)
        || (isYes(module.json.value("section"_L1))
            && ways.contains(module.json.value("sectionBy"_L1).toString()));
}

QString scalarText(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    if (value.isDouble()) {
        return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    }
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    return value.toString();
}

QString scriptOf(const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    return value.isObject() ? value.toObject().value("code"_L1).toString() : value.toString();
}

QString eventScript(const QJsonObject &json, const QString &event)
{
    const QJsonValue value = json.value("events"_L1).toObject().value(event);
    return value.isObject() ? value.toObject().value("code"_L1).toString() : value.toString();
}

bool isYes(const QJsonValue &value)
{
    const QString text = value.toString();
    return value.toBool() || text == "true"_L1 || text == "yes"_L1 || text == "y"_L1;
}

std::optional<int> decimalsOf(const Module &module)
{
    // As the web client: nothing, "*" and the number 0 mean that nothing is rounded.
    const bool isOff = module.json.value("decimals"_L1).isDouble()
        && module.json.value("decimals"_L1).toDouble() == 0;
    if (isOff && module.info.family == Family::Classic) {
        return std::nullopt;
    }
    QString text = scalarText(module.json, "decimals"_L1);
    if (text.isEmpty()) {
        text = scalarText(module.json, "precision"_L1);
    }
    bool isNumber = false;
    const int decimals = text.toInt(&isNumber);
    if (isNumber && decimals >= 0 && decimals <= 15) {
        return decimals;
    }
    return std::nullopt;
}

} // namespace andu::forms

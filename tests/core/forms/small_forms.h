// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/forms/form_session.h"

namespace andu::tests {

/// JSON with ' for ", to keep test rows readable.
inline QJsonValue js(const char *text)
{
    QByteArray bytes(text);
    bytes.replace('\'', '"');
    const auto parsed = json::parse("[" + bytes + "]");
    if (!parsed) {
        qFatal("no JSON: %s", text);
    }
    return parsed->toArray().first();
}

/// A form of the given modules; without HTML every module gets a plain node in the order of
/// @p order.
inline QJsonObject
formOf(const QJsonObject &modules, const QString &html, const QJsonObject &top = {})
{
    QJsonObject form = top;
    form.insert(u"moduleList"_s, modules);
    return { { u"form"_s,
               QJsonObject{
                   { u"data"_s, QJsonObject{ { u"json"_s, form }, { u"html"_s, html } } } } } };
}

inline QString nodes(const QStringList &ids)
{
    QString html = u"<div mwftype='form'>"_s;
    for (const QString &id : ids) {
        html += u"<div mwftype='x' id='%1'></div>"_s.arg(id);
    }
    return html + u"</div>"_s;
}

/// Two people of one unit, one of them signed in, with an open todo.
inline forms::FormInput inputOf(const QJsonObject &raw, const QJsonObject &data = {})
{
    forms::FormInput input;
    FormDefinition definition;
    definition.raw = raw;
    const auto source = forms::decodeForm(definition);
    if (!source) {
        qFatal("cannot decode");
    }
    input.source = *source;
    input.work.data = data;
    input.work.control.allowSave = true;
    input.work.raw = js("{'work':{'id':'w1','title':'标题','processName':'流程',"
                        "'creatorPerson':'林晓雨@lin@P','creatorUnit':'研发中心@rd@U',"
                        "'creatorIdentity':'林晓雨@lin-rd@I',"
                        "'creatorUnitLevelName':'集团/研发中心','activity':'act-1',"
                        "'splitValue':'华东','createTime':'2026-01-09 09:05:00'},"
                        "'activity':{'id':'act-1','name':'填写'},"
                        "'taskList':[{'person':'林晓雨@lin@P','unit':'研发中心@rd@U',"
                        "'identity':'林晓雨@lin-rd@I','unitList':['集团@g@U']}],"
                        "'currentTaskIndex':0,"
                        "'routeList':[{'id':'r1','name':'同意','orderNumber':1},"
                        "{'id':'r2','name':'退回','orderNumber':2}]}")
                         .toObject();
    input.now = QDateTime(QDate(2026, 1, 9), QTime(10, 20, 30));
    input.directory = forms::Directory::fromJson(
        js("{'unitList':[{'id':'u0','name':'集团','distinguishedName':'集团@g@U',"
           "'levelName':'集团','typeList':['company']},"
           "{'id':'u1','name':'研发中心','distinguishedName':'研发中心@rd@U',"
           "'levelName':'集团/研发中心','typeList':['department']}],"
           "'personList':[{'id':'p1','name':'林晓雨','unique':'lin',"
           "'distinguishedName':'林晓雨@lin@P'},"
           "{'id':'p2','name':'周启明','unique':'zhou','distinguishedName':'周启明@zhou@P'}],"
           "'identityList':[{'id':'i1','name':'林晓雨','distinguishedName':'林晓雨@lin-rd@I',"
           "'person':'p1','unit':'u1','unitName':'研发中心'},"
           "{'id':'i2','name':'周启明','distinguishedName':'周启明@zhou-rd@I','person':'p2',"
           "'unit':'u1','unitName':'研发中心'}],"
           "'groupList':[{'name':'审核组','distinguishedName':'审核组@ag@G',"
           "'personList':['林晓雨@lin@P']}],"
           "'dutyList':[{'name':'部门负责人','unit':'研发中心@rd@U',"
           "'identity':'周启明@zhou-rd@I'}]}")
            .toObject());
    input.dictionaries.append(forms::Dictionary{
        u"d1"_s,
        u"配置"_s,
        u"config"_s,
        u"行政"_s,
        js("{'种类':['甲|a','乙|b'],'城市':{'北京':500},'list':[{'k':'1','v':'一'}],"
           "'number':5.0}") });
    input.user.id = u"p1"_s;
    input.user.name = u"林晓雨"_s;
    input.user.unique = u"lin"_s;
    input.user.distinguishedName = u"林晓雨@lin@P"_s;
    input.user.roles = { u"审批员@sp@R"_s };
    Identity identity;
    identity.id = u"i1"_s;
    identity.distinguishedName = u"林晓雨@lin-rd@I"_s;
    identity.unit = u"研发中心@rd@U"_s;
    input.user.identities = { identity };
    return input;
}

/// A form with the modules of a JSON object, one plain node each in the order given.
inline forms::FormInput
smallForm(const char *modules, const QStringList &order, const char *data = "{}")
{
    return inputOf(formOf(js(modules).toObject(), nodes(order)), js(data).toObject());
}

} // namespace andu::tests

// SPDX-License-Identifier: GPL-3.0-or-later
// workContext, org and Dict of form scripts (o2oa-forms 3.2): the work with the short names that the
// web client gives it, and what the store knows of people and dictionaries.
(function (context, base, tools) {
    "use strict";

    var ask = tools.ask;
    var change = tools.change;
    var Unsupported = tools.Unsupported;
    var copy = base.copy;

    // ---- the work, with plain names as the web client gives them -----------------------------------
    // The answers of servers are not always of the type they should be.
    function listOf(value) { return Array.isArray(value) ? value.filter(function (item) { return item && typeof item === "object"; }) : []; }
    function objectOf(value) { return value && typeof value === "object" && !Array.isArray(value) ? value : null; }
    function textsOf(value) { return Array.isArray(value) ? value.slice() : []; }
    function plainName(value) { return typeof value === "string" ? value.split("@")[0] : value; }
    function shorten(object, names) {
        if (!object) { return object; }
        names.forEach(function (name) {
            if (object[name] !== undefined && object[name + "Dn"] === undefined) {
                object[name + "Dn"] = object[name];
                object[name] = plainName(object[name]);
            }
        });
        return object;
    }
    function shortWork(work) {
        work = shorten(copy(work), ["creatorPerson", "creatorUnit", "creatorIdentity"]);
        if (work) {
            work.creatorUnitDnList = textsOf(work.creatorUnitList);
            work.creatorUnitList = textsOf(work.creatorUnitList).map(plainName);
            work.creatorDepartment = work.creatorUnit;
            work.creatorCompany = String(work.creatorUnitLevelName || "").split("/")[0] || work.creatorUnit;
        }
        return work;
    }
    function shortTask(task) {
        task = shorten(copy(task), ["person", "unit", "identity"]);
        if (task) {
            task.department = task.unit;
            task.unitDnList = textsOf(task.unitList);
            task.unitList = textsOf(task.unitList).map(plainName);
            task.company = task.unitList[0];
        }
        return task;
    }
    var work = shortWork(objectOf(context.work) || {});
    var tasks = listOf(context.taskList).map(shortTask);
    var workContext = {
        getWork: function () { return copy(work); },
        getActivity: function () { return copy(context.activity || null); },
        getTask: function () { return copy(tasks[context.currentTaskIndex] || null); },
        getTaskList: function () { return copy(tasks); },
        getTaskListByJob: function () { return copy(tasks); },
        getTaskCompletedList: function () { return copy(context.taskCompletedList || []); },
        getTaskCompletedListByJob: function () { return copy(context.taskCompletedList || []); },
        getReadList: function () { return copy(context.readList || []); },
        getReadListByJob: function () { return copy(context.readList || []); },
        getControl: function () { return copy(context.control || {}); },
        getWorkLogList: function () { return copy(context.workLogList || []); },
        getRecordList: function () { return copy(context.recordList || []); },
        getAttachmentList: function () { return copy(context.attachmentList || []); },
        getRouteList: function () { return listOf(context.routeList).map(function (route) { return route.name; }); },
        getInquiredRouteList: function () { return null; },
        getJobByWork: function () { return copy(work); },
        getWorkList: function () { return [copy(work)]; },
        setTitle: function (title) { change("setTitle", String(title)); }
    };

    // ---- organisation, dictionaries ------------------------------------------------------------------
    // With `true` or a function as the last argument the web client answers later.
    function answered(fn) {
        return function () {
            var args = Array.prototype.slice.call(arguments);
            var last = args[args.length - 1];
            var value = fn.apply(null, args);
            if (typeof last === "function") { return base.Promise.resolve(value).then(last); }
            return last === true && args.length > 1 ? base.Promise.resolve(value) : value;
        };
    }
    function list(values) { return Array.isArray(values) ? values : values === null || values === undefined ? [] : [values]; }
    function many(fn) {
        return answered(function (values) { return list(values).map(fn).filter(function (value) { return !!value; }); });
    }
    function keyOf(value) { return value && typeof value === "object" ? value.distinguishedName || value.id || value.name : value; }
    function finder(kind) { return function (value) { return ask("org", kind, keyOf(Array.isArray(value) ? value[0] : value)) || null; }; }
    function asked(name, kind) {
        return function (values, nested, later) {
            var found = list(values).reduce(function (all, value) {
                return all.concat(ask(name, kind, keyOf(value), nested === true) || []);
            }, []);
            var then = typeof nested === "function" ? nested : later;
            if (typeof then === "function") { return base.Promise.resolve(found).then(then); }
            return then === true ? base.Promise.resolve(found) : found;
        };
    }
    function firstOf(fn) { return answered(function (value, extra) { var found = fn(value, extra); return found.length ? found[0] : null; }); }
    var org = {
        getPerson: answered(finder("person")), getIdentity: answered(finder("identity")), getUnit: answered(finder("unit")),
        getGroup: answered(finder("group")), getRole: answered(finder("role")),
        listPerson: many(finder("person")), listIdentity: many(finder("identity")), listUnit: many(finder("unit")),
        listGroup: many(finder("group")), listRole: many(finder("role")),
        getDuty: answered(function (name, unit) { return ask("orgDuty", String(name), keyOf(Array.isArray(unit) ? unit[0] : unit) || "") || []; }),
        listIdentityWithPerson: asked("orgIdentities", "person"),
        listIdentityWithUnit: asked("orgIdentities", "unit"),
        listPersonWithUnit: asked("orgPersons", "unit"),
        listPersonWithIdentity: asked("orgPersons", "identity"),
        listUnitWithPerson: asked("orgUnits", "person"),
        listUnitWithIdentity: asked("orgUnits", "identity"),
        listSupUnit: asked("orgUnits", "above"),
        listSubUnit: asked("orgUnits", "below"),
        listTopUnit: asked("orgUnits", "top"),
        listDutyNameWithIdentity: asked("orgDutyNames", "identity"),
        listGroupWithPerson: asked("orgGroups", "person"),
        personHasRole: answered(function (person, roles) {
            var found = ask("orgRoles", keyOf(Array.isArray(person) ? person[0] : person));
            if (!Array.isArray(found)) { throw new Unsupported("org.personHasRole"); }
            return list(roles).some(function (role) { return found.indexOf(String(keyOf(role))) !== -1; });
        })
    };
    org.getUnitByIdentity = firstOf(function (identity, flag) {
        var units = ask("orgUnits", "identity", keyOf(Array.isArray(identity) ? identity[0] : identity), false) || [];
        if (!units.length || flag === undefined || flag === null || typeof flag === "function" || flag === true) { return units; }
        return ask("orgUnitAt", keyOf(units[0]), flag) || [];
    });
    ["listAllPerson", "listAllUnit", "listAllGroup", "listAllRole", "listSubGroup", "listSupGroup", "listGroup", "listRoleWithPerson", "groupHasRole",
     "listPersonWithGroup", "listPersonWithRole", "listSupPerson", "listSubPerson", "listSupPersonDirect", "listUnitNameWithDuty", "listUnitWithDuty",
     "listAllDuty", "listUnitWithAttribute", "getPersonAttribute", "listPersonAttribute", "setPersonAttribute", "appendPersonAttribute", "getUnitAttribute",
     "listUnitAttribute", "setUnitAttribute", "listPersonWithAttribute", "listPersonNameWithAttribute", "listMembersWithUnit", "listUnitWithIdentityWithType",
     "listUnitWithType", "getGroupMembers", "listPersonWithUnitName", "getDutyWithUnit", "listIdentityWithDuty", "listSubUnitDirect", "listSupUnitDirect"].forEach(function (name) {
        if (!org[name]) { org[name] = function () { throw new Unsupported("org." + name); }; }
    });
    function Dict(which) {
        var name = which && typeof which === "object" ? which.name || which.id : which;
        var application = which && typeof which === "object" ? which.application || "" : "";
        var key = String(name);
        this.name = key;
        this.get = function (path, success, failure) {
            if (typeof path === "function" || typeof path === "boolean") { failure = success; success = path; path = ""; }
            var value = ask("dictionary", key, String(application), path || "");
            value = value === undefined ? null : value;
            if (success === true) { return base.Promise.resolve(value); }
            if (typeof success === "function") { success(value); }
            return value;
        };
        this.set = this.add = this["delete"] = function () { throw new Unsupported("Dict.set"); };
    }

    return { workContext: workContext, work: work, org: org, Dict: Dict, plainName: plainName };
})

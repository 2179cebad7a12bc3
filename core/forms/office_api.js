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
    // The work and the person's own task carry plain names; lists that the web client fetches anew
    // keep the distinguished ones.
    function shortWork(work) {
        work = shorten(copy(work), ["creatorPerson", "creatorUnit", "creatorIdentity"]);
        if (work) {
            work.creatorUnitDnList = textsOf(work.creatorUnitList);
            work.creatorDepartment = work.creatorUnit;
            work.creatorCompany = String(work.creatorUnitLevel || work.creatorUnitLevelName || "").split("/")[0] || work.creatorUnit;
        }
        return work;
    }
    function shortTask(task) {
        task = shorten(shortWork(task), ["person", "unit", "identity"]);
        if (task) {
            task.department = task.unit;
            task.unitDnList = textsOf(task.unitList);
            task.company = textsOf(task.unitList)[0];
        }
        return task;
    }
    var work = shortWork(objectOf(context.work) || {});
    var allTasks = listOf(context.taskList);
    var task = shortTask(allTasks[context.currentTaskIndex] || null);
    function tasksHere() {
        return allTasks.filter(function (entry) { return !entry.work || !work.id || entry.work === work.id; });
    }
    // A function as the first argument is given the list.
    function given(fn) {
        return function (callback) {
            var value = fn();
            if (typeof callback === "function") { callback(value); }
            return value;
        };
    }
    var workContext = {
        getWork: function () { return copy(work); },
        getActivity: function () { return copy(context.activity || null); },
        getTask: function () { return copy(task); },
        getTaskList: given(function () { return copy(tasksHere()); }),
        getTaskListByJob: given(function () { return copy(allTasks); }),
        getTaskCompletedList: given(function () { return copy(context.taskCompletedList || []); }),
        getTaskCompletedListByJob: given(function () { return copy(context.taskCompletedList || []); }),
        getReadList: given(function () { return copy(context.readList || []); }),
        getReadListByJob: given(function () { return copy(context.readList || []); }),
        getReadCompletedList: given(function () { return copy(context.readCompletedList || []); }),
        getReadCompletedListByJob: given(function () { return copy(context.readCompletedList || []); }),
        getControl: function () { return copy(context.control || {}); },
        getWorkLogList: function () { return copy(context.workLogList || []); },
        getRecordList: function () { return copy(context.recordList || []); },
        getAttachmentList: function () { return copy(context.attachmentList || []); },
        getRouteList: function () {
            if (!task) { return null; }
            return Array.isArray(task.routeNameList) && task.routeNameList.length ? task.routeNameList.slice() : listOf(context.routeList).map(function (route) { return route.name; });
        },
        getInquiredRouteList: function () { return null; },
        getJobByWork: function () { return copy(work); },
        getWorkList: function () { return [copy(work)]; },
        setTitle: function (title) { change("setTitle", String(title)); }
    };
    workContext.getJobTaskList = workContext.getTaskListByJob;
    workContext.getJobReadList = workContext.getReadListByJob;

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
    function keyOf(value) { return value && typeof value === "object" ? value.distinguishedName || value.id || value.unique || value.name : value; }
    function found(kind, values) {
        return list(values).map(function (value) { return ask("org", kind, keyOf(value)) || null; }).filter(function (value) { return !!value; });
    }
    // One answer stands alone; none or several are a list, as the web client gives them.
    function single(values) { return values.length === 1 ? values[0] : values; }
    function getter(kind) { return answered(function (values) { return single(found(kind, values)); }); }
    function lister(kind) { return answered(function (values) { return found(kind, values); }); }
    function collected(name, kind, values, extra) {
        var seen = {};
        return list(values).reduce(function (all, value) { return all.concat(ask(name, kind, keyOf(value), extra) || []); }, []).filter(function (entry) {
            var key = entry && typeof entry === "object" ? entry.distinguishedName || entry.id : entry;
            if (!key || seen.hasOwnProperty(key)) { return !key; }
            seen[key] = true;
            return true;
        });
    }
    function asked(name, kind) {
        return function (values, nested, later) {
            var answer = collected(name, kind, values, nested === true);
            var then = typeof nested === "function" ? nested : later;
            if (typeof then === "function") { return base.Promise.resolve(answer).then(then); }
            return then === true ? base.Promise.resolve(answer) : answer;
        };
    }
    // Without a second choice of "nested": true or a function means that the answer comes later.
    function askedAll(name, kind) {
        return answered(function (values) { return collected(name, kind, values, true); });
    }
    var org = {
        getPerson: getter("person"), getIdentity: getter("identity"), getUnit: getter("unit"), getGroup: getter("group"), getRole: getter("role"),
        listPerson: lister("person"), listIdentity: lister("identity"), listUnit: lister("unit"), listGroup: lister("group"), listRole: lister("role"),
        getDuty: answered(function (name, unit) { return ask("orgDuty", String(name), keyOf(Array.isArray(unit) ? unit[0] : unit) || "") || []; }),
        listIdentityWithPerson: askedAll("orgIdentities", "person"),
        listIdentityWithUnit: asked("orgIdentities", "unit"),
        listPersonWithUnit: asked("orgPersons", "unit"),
        listPersonWithIdentity: askedAll("orgPersons", "identity"),
        listPersonWithGroup: askedAll("orgPersons", "group"),
        getPersonWithIdentity: answered(function (values) { return single(collected("orgPersons", "identity", values, false)); }),
        listUnitWithPerson: askedAll("orgUnits", "person"),
        listUnitWithIdentity: askedAll("orgUnits", "identity"),
        listAllSupUnitWithPerson: askedAll("orgUnits", "abovePerson"),
        listAllSupUnitWithIdentity: askedAll("orgUnits", "aboveIdentity"),
        listSupUnit: asked("orgUnits", "above"),
        listSubUnit: asked("orgUnits", "below"),
        listTopUnit: function (later) {
            var answer = ask("orgUnits", "top", "", false) || [];
            if (typeof later === "function") { return base.Promise.resolve(answer).then(later); }
            return later === true ? base.Promise.resolve(answer) : answer;
        },
        listUnitWithDuty: answered(function (name, identity) { return ask("orgUnitsOfDuty", String(name), keyOf(Array.isArray(identity) ? identity[0] : identity) || "") || []; }),
        listDutyNameWithIdentity: askedAll("orgDutyNames", "identity"),
        listDutyNameWithUnit: askedAll("orgDutyNames", "unit"),
        listGroupWithPerson: askedAll("orgGroups", "person"),
        personHasRole: answered(function (person, roles) {
            var known = ask("orgRoles", keyOf(Array.isArray(person) ? person[0] : person));
            if (!Array.isArray(known)) { throw new Unsupported("org.personHasRole"); }
            return list(roles).some(function (role) { return known.indexOf(String(keyOf(role))) !== -1; });
        })
    };
    org.getUnitByIdentity = function (identity, flag, later) {
        var units = collected("orgUnits", "identity", identity, false);
        var isAt = (typeof flag === "string" && flag !== "") || (typeof flag === "number" && flag !== 0);
        var answer = !isAt ? single(units) : units.length ? (ask("orgUnitAt", keyOf(units[0]), flag) || [])[0] || null : null;
        var then = typeof flag === "function" || flag === true ? flag : later;
        if (typeof then === "function") { return base.Promise.resolve(answer).then(then); }
        return then === true ? base.Promise.resolve(answer) : answer;
    };
    ["listAllPerson", "listAllUnit", "listAllGroup", "listAllRole", "listSubGroup", "listSupGroup", "listRoleWithPerson", "groupHasRole",
     "listPersonWithRole", "listSupPerson", "listSubPerson", "listSupPersonDirect", "listUnitNameWithDuty", "listUnitAllDuty",
     "listAllDuty", "listUnitWithAttribute", "getPersonAttribute", "listPersonAttribute", "setPersonAttribute", "appendPersonAttribute", "getUnitAttribute",
     "listUnitAttribute", "setUnitAttribute", "appendUnitAttribute", "listPersonAttributeName", "listPersonAllAttribute", "listUnitAttributeName", "listUnitAllAttribute",
     "listPersonWithAttribute", "listPersonNameWithAttribute", "listMembersWithUnit", "listUnitWithIdentityWithType",
     "listUnitWithType", "getGroupMembers", "listPersonWithUnitName", "getDutyWithUnit", "listIdentityWithDuty", "listSubUnitDirect", "listSupUnitDirect"].forEach(function (name) {
        if (!org[name]) { org[name] = function () { throw new Unsupported("org." + name); }; }
    });
    function Dict(which) {
        var name = which && typeof which === "object" ? which.name || which.id : which;
        var application = which && typeof which === "object" ? which.application || "" : "";
        var key = String(name);
        this.name = key;
        this.get = function (path, success, failure, later) {
            if (typeof path === "function" || typeof path === "boolean") { later = failure; failure = success; success = path; path = ""; }
            var value = ask("dictionary", key, String(application), path || "");
            value = value === undefined ? null : value;
            if (typeof success === "function") { success(value); }
            return success === true || failure === true || later === true ? base.Promise.resolve(value) : value;
        };
        this.set = this.add = this["delete"] = function () { throw new Unsupported("Dict.set"); };
    }

    return { workContext: workContext, work: work, org: org, Dict: Dict, plainName: plainName };
})

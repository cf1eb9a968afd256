"""About the app itself, and addresses (D-90227, D-90238)."""

from sandbox.json_types import Json
from sandbox.platform.endpoint import Call


async def get_agent(call: Call) -> Json:
    """agent/get, with the visible range."""
    call.require("app")
    call.require_agent(call.query.get("agentid"))
    return {
        "agentid": call.world.credentials.agent_id,
        "name": call.world.company.bot_name,
        "square_logo_url": "",
        "description": "",
        "allow_userinfos": {"user": []},
        "allow_partys": {"partyid": call.world.visible.departments},
        "allow_tags": {"tagid": []},
        "close": 0,
        "redirect_domain": "",
        "report_location_flag": 0,
        "isreportenter": int(call.world.settings.report_enter_agent),
        "home_url": "",
    }


async def list_agents(call: Call) -> Json:
    call.require("app")
    agent = {
        "agentid": call.world.credentials.agent_id,
        "name": call.world.company.bot_name,
        "square_logo_url": "",
    }
    return {"agentlist": [agent]}


async def list_addresses(call: Call) -> Json:
    """getcallbackip and get_api_domain_ip: everything happens on this host."""
    return {"ip_list": [call.world.host]}

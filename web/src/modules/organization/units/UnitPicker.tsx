import { TreeSelect } from 'antd';
import { treeOf, type Unit, type UnitNode, useUnits } from './tree';

interface UnitPickerProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** Shown, but not to be chosen. */
  except?: string[];
}

const without = (nodes: UnitNode[], except: string[]): object[] =>
  nodes.map((node) => ({ ...node, disabled: except.includes(node.key), children: without(node.children, except) }));

/** A unit out of the tree, found by name. */
export function UnitPicker({ id, value, onChange, except = [] }: UnitPickerProps) {
  const { units } = useUnits();
  return (
    <TreeSelect
      id={id}
      value={value ?? undefined}
      treeData={without(treeOf(units as Unit[]), except)}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}
